import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { productBill } from './bill';

const ROOT = resolve(__dirname, '../../..');
const FILE = join(ROOT, 'dist/sbom.cdx.json');
const NPM_SBOM = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application'];
const MOST_BYTES = 50_000_000;

/** Writes dist/sbom.cdx.json: every package that the product runs with, its version, its licence and its hash. */
function main(): void {
  const { name, dependencies } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as {
    name: string;
    dependencies: Record<string, string>;
  };
  const { status, stdout, stderr } = spawnSync('npm', NPM_SBOM, { cwd: ROOT, encoding: 'utf8', maxBuffer: MOST_BYTES });
  if (status !== 0) throw new Error(`npm sbom has failed: ${stderr}`);
  const bill = productBill(stdout, dependencies);
  // npm calls the product after the folder that it lies in.
  const component = { ...bill.metadata.component, name };
  writeFileSync(FILE, `${JSON.stringify({ ...bill, metadata: { ...bill.metadata, component } }, null, 2)}\n`);
  console.log(`Written: ${relative(ROOT, FILE)}, with ${bill.components.length} packages`);
}

try {
  main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
