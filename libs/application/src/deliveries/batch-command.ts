import { AssignDeliveryCommand } from './assign-delivery';
import { ChangeDeliveryStatusCommand } from './change-delivery-status';
import { CreateDeliveryCommand } from './create-delivery';
import { DeliveryView } from './delivery.view';
import { ReportIncidentCommand } from './report-incident';

/** What one command of a batch does. */
export type BatchWork =
  | { readonly op: 'create'; readonly command: CreateDeliveryCommand }
  | { readonly op: 'assign'; readonly command: AssignDeliveryCommand }
  | { readonly op: 'status'; readonly command: ChangeDeliveryStatusCommand }
  | { readonly op: 'incident'; readonly command: ReportIncidentCommand };

export type BatchOp = BatchWork['op'];

export const BATCH_OPS = ['create', 'assign', 'status', 'incident'] as const satisfies readonly BatchOp[];

export interface BatchCommand {
  /** Its place in the batch. Commands that were refused before are left out, so places may be missing. */
  readonly index: number;
  /** All that it asks for, in one text, by which a repeat is known. */
  readonly content: string;
  readonly work: BatchWork;
}

export interface BatchDone {
  readonly index: number;
  readonly delivery: DeliveryView;
  /** Whether it was done for an earlier request with the same key. */
  readonly replayed: boolean;
}

export interface BatchFailure {
  readonly index: number;
  readonly error: unknown;
}

export type BatchOutcome = BatchDone | BatchFailure;
