import { join } from 'node:path';
import { cruise, Finding, lint, planted, ROOT } from './guards';

const PLANTED = join(__dirname, 'planted');
const promised = planted(PLANTED);
// eslint-disable-next-line @typescript-eslint/no-require-imports -- a configuration without types
const { forbidden } = require('../../.dependency-cruiser.cjs') as { forbidden: { name: string }[] };
const rules = [...new Set(promised.map((finding) => finding.split(': ')[1]!))];

let real: Awaited<ReturnType<typeof cruise>>;
let found: Finding[];

beforeAll(async () => {
  const [tree, imports, code] = await Promise.all([cruise(ROOT), cruise(PLANTED), lint(PLANTED)]);
  real = tree;
  found = [...imports.findings, ...code];
});

it.each(['domain', 'application', 'infrastructure'])('looks at the %s layer', (layer) => {
  expect(real.files.filter((file) => file.startsWith(`libs/${layer}/src/vehicles/`))).not.toEqual([]);
});

it('finds no broken rule in the tree', () => {
  expect(real.findings).toEqual([]);
});

it.each(rules)('%s reports what is planted for it, and nothing else', (rule) => {
  const ofRule = (findings: Finding[]) => findings.filter((finding) => finding.endsWith(`: ${rule}`)).sort();
  expect(ofRule(found)).toEqual(ofRule(promised));
});

it('reports what is planted by no other rule', () => {
  expect(found.sort()).toEqual(promised.sort());
});

it('has a planted violation for every rule about imports', () => {
  expect(rules).toEqual(expect.arrayContaining(forbidden.map(({ name }) => name)));
});
