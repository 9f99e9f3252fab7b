import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { withPermissionTable } from '@fleet/tools/permissions/permission-table';
import { filesBelow, ROOT } from './guards';

const page = readFileSync(join(ROOT, 'docs/security.md'), 'utf8');
const risks = page.split('\n').filter((line) => line.startsWith('| [API'));

/** The tests that a row names: a file, and the title of a test in it. */
const testsOf = (row: string) =>
  [...row.matchAll(/`([^`]+\.spec\.ts)`: "([^"]+)"/g)].map(([, file, title]) => ({ file: file!, title: title! }));

it('the table of permissions is the one of the code', () => {
  expect(withPermissionTable(page)).toBe(page);
});

it('speaks of each of the ten risks once', () => {
  const numbers = risks.map((row) => Number(/^\| \[API(\d+)\]/.exec(row)![1]));
  expect(numbers).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

it.each(risks.map((row) => [/API\d+/.exec(row)![0], row]))('names tests for %s that are there', (_, row) => {
  const tests = testsOf(row);
  expect(tests.length).toBeGreaterThan(0);
  const missing = tests.filter(({ file, title }) => {
    const path = join(ROOT, file);
    return !existsSync(path) || !readFileSync(path, 'utf8').includes(title);
  });
  expect(missing).toEqual([]);
});

/** What asks another server: the global `fetch`, Node's own clients, and the packages for it. */
const ASKS =
  /(?<!\.|async |private |\w)fetch\(|import \{[^}]*\b(request|get)\b[^}]*\} from 'node:https?'|from '(axios|undici|got|node-fetch)'/;

it('asks no address that somebody else names', () => {
  const sources = ['apps', 'libs'].flatMap((folder) =>
    filesBelow(join(ROOT, folder)).map((file) => join(ROOT, folder, file)),
  );
  const asking = sources
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .filter((file) => ASKS.test(readFileSync(file, 'utf8')));
  expect(asking).toEqual([]);
});
