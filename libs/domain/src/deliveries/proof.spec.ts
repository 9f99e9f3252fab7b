import { PROOF_REQUIREMENTS, ProofRequirement } from '@fleet/domain/shared/delivery-needs';
import { DeliveryBuilder, PROOF } from '@fleet/tests/builders/delivery.builder';
import { faultsOf } from '@fleet/tests/builders/faults';
import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import { DeliveryNotOutForDeliveryError } from './delivery.errors';
import { CapturedProof, Proof, ProofFile, unmet } from './proof';

const file = (kind: ProofFile['kind'], id = 'f1'): ProofFile => ({
  id,
  kind,
  mediaType: 'image/png',
  size: 1,
  sha256: 'a',
});
const files = (kind: ProofFile['kind'], count: number) =>
  Array.from({ length: count }, (_, index) => file(kind, `${kind}-${index}`));
const out = () => new DeliveryBuilder().outForDelivery().build();

describe('a proof', () => {
  it('is kept as it was captured', () => {
    const delivery = out();
    const given = { code: ' 4711 ', scannedValue: '789', notes: ' ', files: [file('photo')], fileKeys: '{"f1":"k"}' };
    delivery.captureProof({ receivedBy: ' Paula ', ...given }, NOW);
    const proof = { ...given, receivedBy: 'Paula', code: '4711', notes: null, capturedAt: NOW };
    expect(delivery.snapshot()).toMatchObject({ proof, earlierProofs: [] });
  });

  it('replaces the one before, which is remembered for its files', () => {
    const delivery = out();
    delivery.captureProof({ ...PROOF, receivedBy: 'One', files: [file('photo')] }, EARLIER);
    delivery.captureProof({ ...PROOF, receivedBy: 'Two' }, NOW);
    delivery.captureProof({ ...PROOF, receivedBy: 'Three' }, NOW);
    const { proof, earlierProofs } = delivery.snapshot();
    expect([...earlierProofs, proof!].map(({ receivedBy }) => receivedBy)).toEqual(['One', 'Two', 'Three']);
  });

  it('is for deliveries that are out for delivery', () => {
    for (const status of ['PickedUp', 'InTransit', 'Delivered', 'Failed', 'Cancelled'] as const) {
      const delivery = new DeliveryBuilder().in(status).build();
      expect(() => delivery.captureProof(PROOF, NOW)).toThrow(DeliveryNotOutForDeliveryError);
    }
  });

  it.each<[Partial<CapturedProof>, string[]]>([
    [{ receivedBy: 'x'.repeat(100) }, []],
    [{ receivedBy: 'x'.repeat(101) }, ['receivedBy must be at most 100 characters long']],
    [{ receivedBy: ' ' }, ['receivedBy is required']],
    [{ notes: 'x'.repeat(500) }, []],
    [{ notes: 'x'.repeat(501) }, ['notes must be at most 500 characters long']],
    [{ code: 'x'.repeat(100) }, []],
    [{ code: 'x'.repeat(101) }, ['code must be at most 100 characters long']],
    [{ scannedValue: 'x'.repeat(255) }, []],
    [{ scannedValue: 'x'.repeat(256) }, ['scannedValue must be at most 255 characters long']],
    [{ files: [...files('signature', 1), ...files('photo', 5)] }, []],
    [{ files: files('signature', 2) }, ['signature must be one file']],
    [{ files: files('photo', 6) }, ['photos must be at most 5 files']],
  ])('of %j', (fields, faults) => {
    expect(faultsOf(() => out().captureProof({ ...PROOF, ...fields }, NOW))).toEqual(faults);
  });
});

describe('what a proof must show', () => {
  const SHOWS: Record<ProofRequirement, Partial<Proof>> = {
    signature: { files: [file('signature')] },
    photo: { files: [file('photo')] },
    scan: { scannedValue: '789' },
    code: { code: '4711' },
    notes: { notes: 'At the counter' },
  };
  const proof = (shown: Partial<Proof>): Proof => {
    return { notes: null, code: null, scannedValue: null, ...PROOF, capturedAt: NOW, ...shown };
  };

  it.each(PROOF_REQUIREMENTS)('%s is met by itself alone', (requirement) => {
    const others = PROOF_REQUIREMENTS.filter((one) => one !== requirement);
    expect(unmet(PROOF_REQUIREMENTS, proof(SHOWS[requirement]))).toEqual(others);
    expect(unmet([requirement], proof(SHOWS[requirement]))).toEqual([]);
  });

  it('is everything where there is no proof, and nothing where nothing is asked', () => {
    expect(unmet(PROOF_REQUIREMENTS, null)).toEqual(PROOF_REQUIREMENTS);
    expect(unmet([], null)).toEqual([]);
  });
});
