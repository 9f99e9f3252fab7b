import { Injectable } from '@nestjs/common';
import { ProofFile } from '@fleet/domain/deliveries/proof';
import { DomainError } from '@fleet/domain/shared/domain-error';
import { ApplicationError, UnavailableError } from '@fleet/application/shared/application-error';
import { AnswerOnce } from '@fleet/application/shared/idempotency/answer-once';
import { KeyedRequest } from '@fleet/application/shared/idempotency/idempotency-keys';
import { Upload, UploadedFile, UploadedFiles } from '@fleet/application/shared/uploads/uploaded-files';
import { DeliveryChanges, DeliveryCommand } from './delivery-changes';
import { DeliveryView } from './delivery.view';

export interface CaptureProofCommand extends DeliveryCommand {
  readonly receivedBy: string;
  readonly notes?: string | null | undefined;
  readonly code?: string | null | undefined;
  readonly scannedValue?: string | null | undefined;
  readonly uploads: readonly Upload[];
}

export interface CapturedProofView {
  readonly delivery: DeliveryView;
  /** Whether it was captured before, by a request with the same key. */
  readonly replayed: boolean;
}

/** The field of the form that holds the one signature; every other file is a photo. */
const SIGNATURE = 'signature';

@Injectable()
export class CaptureProof {
  constructor(
    private readonly changes: DeliveryChanges,
    private readonly files: UploadedFiles,
    private readonly answerOnce: AnswerOnce,
  ) {}

  /**
   * @param keyed names the request, when its sender has given it a key: it is done once
   * @throws InvalidFieldsError, DeliveryNotFoundError, VersionMismatchError, DeliveryNotOutForDeliveryError,
   * TooManyProofsError, UnavailableError when files cannot be kept now
   */
  async execute({ uploads, ...command }: CaptureProofCommand, keyed?: KeyedRequest): Promise<CapturedProofView> {
    const refusal = await this.refusalOf(command);
    // Who sends it again may not do it any more, and gets the first answer.
    if (refusal !== null) return this.once(() => refusing(refusal), keyed);
    // Kept before the row that knows them, and before others wait for it: a row never names a file that is not there.
    const kept = await this.files.keep(uploads);
    const files = kept.map((file, index) => proofFile(file, uploads[index]!));
    const capture = () =>
      this.changes.execute(command, (delivery, now) =>
        delivery.captureProof({ ...command, files, fileKeys: keysOf(kept) }, now),
      );
    try {
      const answer = await this.once(capture, keyed);
      if (answer.replayed) await this.discard(kept);
      return answer;
    } catch (error) {
      if (isRefusal(error)) await this.discard(kept);
      throw error;
    }
  }

  /** What it would be refused for, as far as it can be seen: nothing is kept for somebody who may not do this. */
  private async refusalOf(command: DeliveryCommand): Promise<Error | null> {
    try {
      await this.changes.rehearse(command, (delivery) => delivery.mayBeProved());
      return null;
    } catch (error) {
      return error as Error;
    }
  }

  private async once(capture: () => Promise<DeliveryView>, keyed?: KeyedRequest): Promise<CapturedProofView> {
    if (!keyed) return { delivery: await capture(), replayed: false };
    const work = async () => ({ status: 200, body: await capture() });
    const { body, replayed } = await this.answerOnce.execute(keyed, work);
    return { delivery: body as DeliveryView, replayed };
  }

  private discard(kept: readonly UploadedFile[]): Promise<void> {
    return this.files.discard(kept.map(({ id }) => id));
  }
}

async function refusing(refusal: Error): Promise<never> {
  throw refusal;
}

/**
 * Nothing was written, for certain. Where the database went away, a row may know the files all the same: what none knows
 * is for the sweep.
 */
function isRefusal(error: unknown): boolean {
  return error instanceof DomainError || (error instanceof ApplicationError && !(error instanceof UnavailableError));
}

function proofFile({ id, mediaType, size, sha256 }: UploadedFile, { field }: Upload): ProofFile {
  return { id, kind: field === SIGNATURE ? 'signature' : 'photo', mediaType, size, sha256 };
}

function keysOf(files: readonly UploadedFile[]): string | null {
  return files.length === 0 ? null : JSON.stringify(Object.fromEntries(files.map(({ id, key }) => [id, key])));
}
