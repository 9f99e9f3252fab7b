import { Injectable } from '@nestjs/common';
import { IncidentReport } from '@fleet/domain/deliveries/incident';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { DeliveryChanges, DeliveryCommand } from './delivery-changes';
import { DeliveryView } from './delivery.view';

export type ReportIncidentCommand = DeliveryCommand & IncidentReport;

@Injectable()
export class ReportIncident {
  constructor(
    private readonly changes: DeliveryChanges,
    private readonly ids: IdGenerator,
  ) {}

  /** The new incident is the last of the delivery. @throws DeliveryNotFoundError, VersionMismatchError, InvalidFieldsError */
  execute(command: ReportIncidentCommand): Promise<DeliveryView> {
    return this.changes.execute(command, (delivery, now) => delivery.reportIncident(this.ids.next(), command, now));
  }
}
