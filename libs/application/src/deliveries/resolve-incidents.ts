import { Injectable } from '@nestjs/common';
import { IncidentNotFoundError } from '@fleet/domain/deliveries/delivery.errors';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { DeliveryChanges } from './delivery-changes';

/** Which incidents were open until now, and which were not. */
export interface ResolvedIncidents {
  readonly resolved: readonly string[];
  readonly alreadyResolved: readonly string[];
}

/** Resolves many incidents, of whatever deliveries, in the same way: all of them or none. */
@Injectable()
export class ResolveIncidents {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: DeliveryChanges,
    private readonly deliveries: DeliveryRepository,
  ) {}

  /** @throws IncidentNotFoundError when one of them is none, InvalidFieldsError */
  execute(incidentIds: readonly string[], resolution: string): Promise<ResolvedIncidents> {
    return this.unitOfWork.run(async () => {
      const wanted = [...new Set(incidentIds)];
      const owners = await this.deliveries.findByIncidents(wanted);
      if (owners.size < wanted.length) throw new IncidentNotFoundError();
      const resolved: string[] = [];
      // Always in the same order, so that two who resolve the same ones do not wait for each other.
      for (const id of [...new Set(owners.values())].sort()) {
        await this.changes.execute({ id }, (delivery, now) => {
          const open = wanted.filter((one) => owners.get(one) === id && delivery.incident(one).resolvedAt === null);
          for (const one of open) delivery.resolveIncident(one, resolution, now);
          resolved.push(...open);
        });
      }
      return {
        resolved: wanted.filter((one) => resolved.includes(one)),
        alreadyResolved: wanted.filter((one) => !resolved.includes(one)),
      };
    });
  }
}
