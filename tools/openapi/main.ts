import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { createApi } from '@fleet/api/create-api';
import { buildDocument } from '@fleet/api/http/openapi/build-document';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';

const ROOT = resolve(__dirname, '../../..');
const FILE = join(ROOT, 'docs/openapi.json');

/** Writes docs/openapi.json; with `--check` it only compares, and lints. */
async function main(): Promise<void> {
  const text = await describeApi();
  if (!process.argv.includes('--check')) {
    writeFileSync(FILE, text);
    console.log(`Written: ${relative(ROOT, FILE)}`);
  } else if (readFileSync(FILE, 'utf8') !== text) {
    throw new Error('docs/openapi.json is stale. Write it anew with `npm run openapi`, and look at what has changed.');
  }
  lint();
}

/** Needs no database but an empty one in memory, and does not listen. */
async function describeApi(): Promise<string> {
  const environment = { DATABASE_URL: 'file::memory:', WORKER: 'external', LOG_LEVEL: 'error' };
  const app = await createApi(loadConfiguration(environment));
  const document = buildDocument(app);
  await app.close();
  return `${JSON.stringify(document, null, 2)}\n`;
}

function lint(): void {
  const redocly = join(ROOT, 'node_modules/@redocly/cli/bin/cli.js');
  const { status } = spawnSync(process.execPath, [redocly, 'lint', FILE, '--config', join(ROOT, 'redocly.yaml')], {
    cwd: ROOT,
    // It asks nobody: neither for newer versions nor to report its use.
    env: { ...process.env, REDOCLY_TELEMETRY: 'off', REDOCLY_SUPPRESS_UPDATE_NOTICE: 'true' },
    stdio: 'inherit',
  });
  if (status !== 0) throw new Error('The linter finds docs/openapi.json at fault.');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
