import { Injectable } from '@nestjs/common';
import { AssignDelivery } from './assign-delivery';
import { BatchWork } from './batch-command';
import { ChangeDeliveryStatus } from './change-delivery-status';
import { CreateDelivery } from './create-delivery';
import { DeliveryView } from './delivery.view';
import { ReportIncident } from './report-incident';

/** The use cases that commands of a batch stand for. */
@Injectable()
export class BatchCommands {
  constructor(
    private readonly createDelivery: CreateDelivery,
    private readonly assignDelivery: AssignDelivery,
    private readonly changeDeliveryStatus: ChangeDeliveryStatus,
    private readonly reportIncident: ReportIncident,
  ) {}

  /** @throws what the use case throws */
  execute(work: BatchWork): Promise<DeliveryView> {
    if (work.op === 'create') return this.createDelivery.execute(work.command);
    if (work.op === 'assign') return this.assignDelivery.execute(work.command);
    if (work.op === 'status') return this.changeDeliveryStatus.execute(work.command);
    return this.reportIncident.execute(work.command);
  }
}
