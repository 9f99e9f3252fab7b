import { ApplicationError } from '@fleet/application/shared/application-error';

/** One command of a batch that is done wholly or not at all cannot be done, so none was. */
export class BatchRejectedError extends ApplicationError {
  readonly code = 'BATCH_REJECTED';

  /** @param index the place of that command @param cause what it was refused with */
  constructor(
    readonly index: number,
    override readonly cause: unknown,
  ) {
    super(`Command ${index} cannot be done, so nothing of the batch was.`, { cause });
  }
}
