import { ProofRequirement } from '@fleet/domain/shared/delivery-needs';
import { Upload } from '@fleet/application/shared/uploads/uploaded-files';
import { GIVEN_NAMES, SURNAMES } from '@fleet/tools/demo/fleet/people';
import { Random } from '@fleet/tools/demo/fleet/random';
import { parcel, signature } from './picture';
import { PlannedDelivery, PlannedProof } from './planned-delivery';

/** What a delivery may ask for. Files are few: each is kept on its own. */
const REQUIREMENTS: readonly (readonly ProofRequirement[])[] = [
  [], [], [], [], [], ['code'], ['code'], ['scan'], ['scan'], ['notes'], ['notes'], ['code', 'notes'], ['scan', 'code'],
  ['signature'], ['photo'], ['signature', 'photo'],
]; // prettier-ignore

export function requirementsOf(random: Random): readonly ProofRequirement[] {
  return random.pick(REQUIREMENTS);
}

/** A proof that shows what the delivery asks for. */
export function proofOf(random: Random, { requirements }: PlannedDelivery): PlannedProof {
  const has = (one: ProofRequirement) => requirements?.includes(one) ?? false;
  const uploads: Upload[] = [];
  if (has('signature')) uploads.push({ field: 'signature', content: signature(random.between(3, 9)) });
  if (has('photo')) uploads.push({ field: 'photos', content: parcel(random.between(10, 26)) });
  return {
    receivedBy: `${random.pick(GIVEN_NAMES)} ${random.pick(SURNAMES)}`,
    notes: has('notes') ? 'Left with the neighbour, as agreed' : null,
    code: has('code') ? String(random.between(100_000, 999_999)) : null,
    scannedValue: has('scan') ? `789${random.between(1_000_000_000, 9_999_999_999)}` : null,
    uploads,
  };
}
