import { LimitResult } from '@fleet/bench/limits/measure-limits';
import { machine } from './machine';
import { table } from './markdown';

/** The part about what stands between the product and some of its goals. */
export function limitsReport(results: readonly LimitResult[], placement: string): string {
  const share = (value: number | undefined) => value?.toFixed(2) ?? '–';
  const rows = results.map(({ name, nest, product, floorsGrowth, productsGrowth }) => [
    name,
    share(nest),
    share(product),
    share(floorsGrowth),
    share(productsGrowth),
  ]);
  return `## What the goals come up against

${machine()}

Measured as above, ${placement}. "Bare Nest" is the floor's own reads behind Nest's
controllers on its Fastify adapter, with nothing else: no callers, no checks, no log, no metrics. What 1,000,000 vehicles cost
the floor is the engine's and the disk's: its statements are prepared, and it has no layers.

${table(
  [
    'what',
    'bare Nest: share of the floor',
    'product: share of the floor',
    'floor: 1,000 vehicles against 1,000,000',
    'product: 1,000 vehicles against 1,000,000',
  ],
  rows,
)}
`;
}
