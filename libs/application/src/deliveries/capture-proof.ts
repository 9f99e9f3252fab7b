import { Injectable } from '@nestjs/common';
import { ProofFile } from '@fleet/domain/deliveries/proof';
import { DomainError } from '@fleet/domain/shared/domain-error';
import { ApplicationError, UnavailableError } from '@fleet/application/shared/application-error';
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

/** The field of the form that holds the one signature; every other file is a photo. */
const SIGNATURE = 'signature';

@Injectable()
export class CaptureProof {
  constructor(
    private readonly changes: DeliveryChanges,
    private readonly files: UploadedFiles,
  ) {}

  /**
   * @throws InvalidFieldsError, DeliveryNotFoundError, VersionMismatchError, DeliveryNotOutForDeliveryError,
   * UnavailableError when files cannot be kept now
   */
  async execute({ uploads, ...command }: CaptureProofCommand): Promise<DeliveryView> {
    // Kept before the row that knows them: a row never names a file that is not there.
    const kept = await this.files.keep(uploads);
    const files = kept.map((file, index) => proofFile(file, uploads[index]!));
    try {
      return await this.changes.execute(command, (delivery, now) =>
        delivery.captureProof({ ...command, files, fileKeys: keysOf(kept) }, now),
      );
    } catch (error) {
      if (isRefusal(error)) await this.files.discard(kept.map(({ id }) => id));
      throw error;
    }
  }
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
