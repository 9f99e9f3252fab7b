import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUDITED_ENTITIES } from '@fleet/domain/audit/audited-entity';
import { EVENT_VERSIONS } from '@fleet/infrastructure/shared/database/event-versions';
import { DESCRIBED_TYPES, payloadFault, streamOf } from '@fleet/tests/golden/event-schemas';
import { goldenSums } from '@fleet/tools/events/golden-sums';
import { filesBelow, ROOT } from './guards';

const FOLDER = join(ROOT, 'tests/golden/events');
const versionsOf = (type: string) => Array.from({ length: EVENT_VERSIONS.current(type) }, (_, index) => index + 1);
const VERSIONS = DESCRIBED_TYPES.flatMap((type) => versionsOf(type).map((version) => [type, version] as const));

const golden = (type: string, version: number) =>
  JSON.parse(readFileSync(join(FOLDER, `${type}.v${version}.json`), 'utf8')) as Record<string, unknown>;

describe('a payload that was written once can always be read:', () => {
  it.each(VERSIONS)('%s in version %i', (type, version) => {
    const payload = EVENT_VERSIONS.upcast(type, version, golden(type, version));
    expect(payloadFault(streamOf(type), type, payload)).toBe('');
  });

  it('there is a golden file of each version of each type, and none of anything else', () => {
    const files = filesBelow(FOLDER).filter((file) => file.endsWith('.json'));
    expect(files.sort()).toEqual(VERSIONS.map(([type, version]) => `${type}.v${version}.json`).sort());
  });

  it('none was changed since it was written, and each is on the list', () => {
    const { file, text } = goldenSums(FOLDER);
    expect(readFileSync(file, 'utf8')).toBe(text);
  });
});

describe('the catalogue of events', () => {
  it('describes each stream that the audit trail can be asked for, and no other', () => {
    const streams = new Set(DESCRIBED_TYPES.map(streamOf));
    expect([...streams].sort()).toEqual([...AUDITED_ENTITIES].sort());
  });

  it.each([
    ['a field that is missing', 'TripEnded', { endDate: 'then' }],
    ['a field too many', 'TripEnded', { endDate: 'then', distance: 1, route: 'Centro' }],
    ['a value of another type', 'TripEnded', { endDate: 'then', distance: '1' }],
    ['an earlier version', 'TripStarted', golden('TripStarted', 1)],
    ['a type that nobody described', 'TripForgotten', {}],
    ['an event of another stream', 'VehicleDeleted', {}],
  ])('tells %s', (_, type, payload) => {
    expect(payloadFault('Trip', type, payload)).not.toBe('');
  });
});
