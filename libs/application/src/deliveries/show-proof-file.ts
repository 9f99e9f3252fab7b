import { Injectable } from '@nestjs/common';
import { ProofFileNotFoundError } from '@fleet/domain/deliveries/delivery.errors';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { UploadedFiles } from '@fleet/application/shared/uploads/uploaded-files';
import { ProofFiles } from './proof-files';

/** A file that is there to be read. */
export interface ShownProofFile {
  readonly kind: string;
  readonly mediaType: string;
  readonly sha256: string;
  /** @throws ProofFileNotFoundError when the store has lost it, UnavailableError when it cannot be read now */
  read(): Promise<Uint8Array>;
}

@Injectable()
export class ShowProofFile {
  constructor(
    private readonly proofFiles: ProofFiles,
    private readonly files: UploadedFiles,
  ) {}

  /** @throws ProofFileNotFoundError */
  async execute(deliveryId: string, fileId: string, limitedTo: DriverId | undefined): Promise<ShownProofFile> {
    const file = await this.proofFiles.find(deliveryId, fileId, limitedTo);
    const { key } = file ?? { key: null };
    if (!file || key === null) throw new ProofFileNotFoundError();
    const read = async () => {
      const content = await this.files.read({ id: file.id, key });
      if (!content) throw new ProofFileNotFoundError();
      return content;
    };
    return { kind: file.kind, mediaType: file.mediaType, sha256: file.sha256, read };
  }
}
