import { DriverId } from '@fleet/domain/drivers/driver-id';

/** A file of a proof, as the rows know it. */
export interface KeptProofFile {
  readonly id: string;
  readonly kind: string;
  readonly mediaType: string;
  readonly sha256: string;
  /** What it is decrypted with; null once it was erased. */
  readonly key: string | null;
}

/** Which files belong to a delivery's proofs, of earlier attempts too. */
export abstract class ProofFiles {
  /** @param limitedTo the driver whose delivery it must be */
  abstract find(deliveryId: string, fileId: string, limitedTo: DriverId | undefined): Promise<KeptProofFile | null>;
}
