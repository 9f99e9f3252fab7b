import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { format, resolveConfig } from 'prettier';
import { cataloguePage } from './catalogue-page';
import { catalogueSchema } from './catalogue-schema';
import { eventCatalogue } from './event-catalogue';
import { goldenSums } from './golden-sums';

const ROOT = resolve(__dirname, '../../..');

/** Writes the catalogue of events and takes new golden files into their list; with `--check` it only compares. */
async function main(): Promise<void> {
  const streams = eventCatalogue(ROOT);
  const sums = goldenSums(join(ROOT, 'tests/golden/events'));
  put(sums.file, sums.text);
  put(join(ROOT, 'docs/events.md'), await formatted('events.md', cataloguePage(streams)));
  put(join(ROOT, 'docs/events.schema.json'), await formatted('events.schema.json', catalogueSchema(streams)));
}

/** As the repository's formatter leaves every file. */
async function formatted(name: string, text: string): Promise<string> {
  const filepath = join(ROOT, 'docs', name);
  return format(text, { ...(await resolveConfig(filepath)), filepath });
}

function put(file: string, text: string): void {
  if (!process.argv.includes('--check')) writeFileSync(file, text);
  else if (readFileSync(file, 'utf8') !== text)
    throw new Error(`${relative(ROOT, file)} is stale: run \`npm run events\`.`);
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
