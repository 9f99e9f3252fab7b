import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const SUMS = 'SHA256SUMS';

/** The list of golden files as it should be: what is on it stays, and what is new is added. `sha256sum -c` reads it. */
export interface GoldenSums {
  /** The list itself. */
  readonly file: string;
  readonly text: string;
}

/** @throws Error when a golden file was changed or removed: a payload that was written once is never written anew */
export function goldenSums(folder: string): GoldenSums {
  const file = join(folder, SUMS);
  const known = readSums(file);
  const present = new Map(
    readdirSync(folder)
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => [name, createHash('sha256').update(readFileSync(join(folder, name))).digest('hex')]), // prettier-ignore
  );
  const broken = [...known].filter(([name, sum]) => present.get(name) !== sum).map(([name]) => name);
  if (broken.length > 0) throw new Error(`Golden files are never changed, nor removed: ${broken.join(', ')}.`);
  return { file, text: [...present].map(([name, sum]) => `${sum}  ${name}\n`).join('') };
}

function readSums(file: string): Map<string, string> {
  const lines = readFileSync(file, 'utf8').split('\n').filter(Boolean);
  return new Map(lines.map((line) => line.split('  ').reverse() as [string, string]));
}
