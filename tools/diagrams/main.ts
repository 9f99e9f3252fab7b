import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { errorTable } from './error-table';
import { deliverySteps, routeSteps } from './flows';
import { withPart } from './marked-parts';
import { stateDiagram } from './state-diagram';

const FILE = join(resolve(__dirname, '../../..'), 'docs/deliveries.md');

/** Draws what docs/deliveries.md shows of the code; with `--check` it only compares. */
function main(): void {
  const page = readFileSync(FILE, 'utf8');
  const parts = {
    'The steps of a route': stateDiagram(routeSteps()),
    'The steps of a delivery': stateDiagram(deliverySteps()),
    'The refusals': errorTable(),
  };
  const current = Object.entries(parts).reduce((text, [name, part]) => withPart(text, name, part), page);
  if (!process.argv.includes('--check')) writeFileSync(FILE, current);
  else if (current !== page) throw new Error('The diagrams in docs/deliveries.md are stale: run `npm run diagrams`.');
}

main();
