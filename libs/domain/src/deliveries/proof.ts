import { ProofRequirement } from '@fleet/domain/shared/delivery-needs';
import { FieldChecks } from '@fleet/domain/shared/field-checks';

export const RECEIVED_BY_MAX_LENGTH = 100;
export const PROOF_NOTES_MAX_LENGTH = 500;
export const PROOF_CODE_MAX_LENGTH = 100;
export const SCANNED_VALUE_MAX_LENGTH = 255;
export const MAX_PHOTOS = 5;
/** How often the proof of one delivery is captured, over all attempts: the files of each are kept. */
export const MAX_PROOFS = 10;

export const PROOF_FILE_KINDS = ['signature', 'photo'] as const;

/** An uploaded file that belongs to a proof. */
export interface ProofFile {
  readonly id: string;
  readonly kind: (typeof PROOF_FILE_KINDS)[number];
  /** Such as `image/png`. */
  readonly mediaType: string;
  /** Bytes. */
  readonly size: number;
  /** Of its content, in hexadecimal digits. */
  readonly sha256: string;
}

/** That, and how, a delivery was handed over. Null is what was not captured, or was erased. */
export interface Proof {
  readonly receivedBy: string | null;
  readonly notes: string | null;
  readonly code: string | null;
  readonly scannedValue: string | null;
  readonly files: readonly ProofFile[];
  /** By file, what it is decrypted with; text that is kept as the customer's own. */
  readonly fileKeys: string | null;
  readonly capturedAt: Date;
}

/** A proof as the driver captures it. */
export interface CapturedProof {
  readonly receivedBy: string;
  readonly notes?: string | null | undefined;
  readonly code?: string | null | undefined;
  readonly scannedValue?: string | null | undefined;
  readonly files: readonly ProofFile[];
  readonly fileKeys: string | null;
}

/** @throws InvalidFieldsError */
export function checkProof(proof: CapturedProof): Omit<Proof, 'capturedAt' | 'receivedBy'> & { receivedBy: string } {
  const checks = new FieldChecks();
  const count = (kind: ProofFile['kind']) => proof.files.filter((file) => file.kind === kind).length;
  if (count('signature') > 1) checks.fault('signature', 'must be one file');
  if (count('photo') > MAX_PHOTOS) checks.fault('photos', `must be at most ${MAX_PHOTOS} files`);
  const checked = {
    receivedBy: checks.text('receivedBy', proof.receivedBy, RECEIVED_BY_MAX_LENGTH),
    notes: checks.optionalText('notes', proof.notes, PROOF_NOTES_MAX_LENGTH),
    code: checks.optionalText('code', proof.code, PROOF_CODE_MAX_LENGTH),
    scannedValue: checks.optionalText('scannedValue', proof.scannedValue, SCANNED_VALUE_MAX_LENGTH),
    files: proof.files,
    fileKeys: proof.fileKeys,
  };
  checks.done();
  return checked;
}

/** Which of the requirements the proof does not meet. */
export function unmet(requirements: readonly ProofRequirement[], proof: Proof | null): ProofRequirement[] {
  const has: Record<ProofRequirement, boolean> = {
    signature: proof?.files.some(({ kind }) => kind === 'signature') ?? false,
    photo: proof?.files.some(({ kind }) => kind === 'photo') ?? false,
    scan: Boolean(proof?.scannedValue),
    code: Boolean(proof?.code),
    notes: Boolean(proof?.notes),
  };
  return requirements.filter((requirement) => !has[requirement]);
}
