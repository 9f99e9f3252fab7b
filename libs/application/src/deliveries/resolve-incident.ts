import { Injectable } from '@nestjs/common';
import { DeliveryChanges, DeliveryCommand } from './delivery-changes';
import { DeliveryView } from './delivery.view';

export interface ResolveIncidentCommand extends DeliveryCommand {
  readonly incidentId: string;
  readonly resolution: string;
}

@Injectable()
export class ResolveIncident {
  constructor(private readonly changes: DeliveryChanges) {}

  /**
   * @throws DeliveryNotFoundError, VersionMismatchError, InvalidFieldsError, IncidentNotFoundError,
   * IncidentAlreadyResolvedError
   */
  execute({ incidentId, resolution, ...command }: ResolveIncidentCommand): Promise<DeliveryView> {
    return this.changes.execute(command, (delivery, now) => delivery.resolveIncident(incidentId, resolution, now));
  }
}
