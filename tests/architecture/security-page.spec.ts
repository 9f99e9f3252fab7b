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

/** What can ask another server: the global `fetch`, Node's own clients but for their types, and the packages for it. */
const CLIENTS = [
  /(?<!\.|async |private |\w)fetch\(/,
  /\bglobal(This)?(\.|\?\.|\[['"`])(fetch|WebSocket)\b/,
  /\bnew WebSocket\(/,
  /^(?!\s*import type ).*(\bfrom |\bimport |\(\s*)['"`](node:)?(https?|http2)['"`]/m,
  /(\bfrom |\bimport |\(\s*)['"`](axios|undici|got|node-fetch|ws)['"`/]/,
];
const asks = (source: string) => CLIENTS.some((pattern) => pattern.test(source));

/** They take what serves from Node: its names of statuses, and its classes of requests and answers. */
const SERVER_SIDE = [
  'apps/api/src/http/broken-connections.ts',
  'apps/api/src/http/security-headers.ts',
  'libs/infrastructure/src/shared/metrics/metrics-server.ts',
];

/** They ask addresses that the operator names, in variables of the environment. */
const OPERATORS = [
  'libs/infrastructure/src/shared/logging/seq-destination.ts',
  'libs/infrastructure/src/shared/tracing/otlp-collector.ts',
];

it.each([
  'await fetch(url)',
  'globalThis.fetch(url)',
  "globalThis['fetch'](url)",
  'new WebSocket(url)',
  "import { request } from 'node:https';",
  "import * as http from 'http';",
  "import {\n  get,\n} from 'node:http';",
  "const { get } = require('node:http');",
  "await import('node:http2');",
  "import { request } from 'undici';",
])('knows that %j asks', (source) => expect(asks(source)).toBe(true));

it.each(["import type { Server } from 'node:http';", 'private async fetch(key: string)', 'this.fetch(key)'])(
  'knows that %j does not',
  (source) => expect(asks(source)).toBe(false),
);

it('asks no address that somebody else names', () => {
  const sources = ['apps', 'libs'].flatMap((folder) =>
    filesBelow(join(ROOT, folder)).map((file) => `${folder}/${file}`),
  );
  const asking = sources
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'))
    .filter((file) => asks(readFileSync(join(ROOT, file), 'utf8')));
  expect(asking.sort()).toEqual([...SERVER_SIDE, ...OPERATORS].sort());
});
