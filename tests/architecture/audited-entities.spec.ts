import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AUDITED_ENTITIES } from '@fleet/domain/audit/audited-entity';
import { filesBelow, ROOT } from './guards';

const DOMAIN = join(ROOT, 'libs/domain/src');

/** The streams that aggregates write their events to. */
function streams(): string[] {
  const sources = filesBelow(DOMAIN).filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  const text = sources.map((file) => readFileSync(join(DOMAIN, file), 'utf8')).join('\n');
  return [...text.matchAll(/\bsuper\('(\w+)', \w+, /g)].map(([, stream]) => stream!);
}

it('the audit trail can be asked for every kind of thing that something happens to', () => {
  expect(streams().length).toBeGreaterThan(3);
  expect(AUDITED_ENTITIES).toEqual(expect.arrayContaining(streams()));
});
