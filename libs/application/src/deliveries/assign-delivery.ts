import { Injectable } from '@nestjs/common';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { Crew } from '@fleet/domain/deliveries/crew';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { AssignmentLocks } from './assignment-locks';
import { Assignments, CrewCheck } from './assignments';
import { DeliveryChanges, DeliveryCommand } from './delivery-changes';
import { DeliveryRoutes } from './delivery-routes';
import { DeliveryView } from './delivery.view';

/** What is left out stays as it is. */
export interface AssignDeliveryCommand extends DeliveryCommand {
  readonly vehicleId?: string | null | undefined;
  readonly driverId?: string | null | undefined;
}

@Injectable()
export class AssignDelivery {
  constructor(
    private readonly changes: DeliveryChanges,
    private readonly routes: DeliveryRoutes,
    private readonly assignments: Assignments,
    private readonly locks: AssignmentLocks,
  ) {}

  /**
   * @throws InvalidFieldsError, DeliveryNotFoundError, VersionMismatchError, DeliveryNotPickedUpError,
   * RouteNotActiveError, and what {@link Assignments.take} throws
   */
  async execute({ vehicleId, driverId, ...command }: AssignDeliveryCommand): Promise<DeliveryView> {
    const wanted = { vehicleId: vehicleId ?? null, driverId: driverId ?? null };
    if (wanted.vehicleId === null && wanted.driverId === null) throw nobody();
    const look: CrewCheck = (...crew) => this.assignments.mustBeFree(...crew);
    const take: CrewCheck = (...crew) => this.assignments.take(...crew);
    return this.locks.run(wanted, async (othersCameFirst) => {
      if (othersCameFirst) {
        await this.changes.rehearse(command, (delivery, now) => this.assign(delivery, wanted, now, look));
      }
      return this.changes.execute(command, (delivery, now) => this.assign(delivery, wanted, now, take));
    });
  }

  private async assign(delivery: Delivery, wanted: Crew, now: Date, check: CrewCheck): Promise<void> {
    const { routeId, ...present } = delivery.snapshot();
    const crew = {
      vehicleId: wanted.vehicleId ?? present.vehicleId,
      driverId: wanted.driverId ?? present.driverId,
    };
    delivery.assign(crew, now);
    await this.routes.get(routeId);
    await check(crew, present, delivery.id);
  }
}

function nobody(): InvalidFieldsError {
  const message = 'is required, or else the other one';
  return new InvalidFieldsError(['vehicleId', 'driverId'].map((field) => ({ field, message })));
}
