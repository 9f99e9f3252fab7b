import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { withPermissionTable } from './permission-table';

const FILE = join(resolve(__dirname, '../../..'), 'docs/security.md');

/** Writes the table of permissions into docs/security.md; with `--check` it only compares. */
function main(): void {
  const page = readFileSync(FILE, 'utf8');
  const current = withPermissionTable(page);
  if (!process.argv.includes('--check')) writeFileSync(FILE, current);
  else if (current !== page) throw new Error('The table in docs/security.md is stale: run `npm run permissions`.');
}

main();
