import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FleetFiles } from '../database/fleet-files';
import { ServerProcess, startServer } from '../process/server-process';
import { signIn } from '../process/sign-in';
import { productCommand } from '../servers';
import { filledFile } from './fill';
import { Asked, Measured, measureList } from './measure-lists';
import { listsReport } from './report';
import { REQUESTS } from './requests';
import { LARGE, SMALL } from './sizes';

const ROOT = join(__dirname, '../../..');
const DIRECTORY = join(ROOT, '.cache/bench-lists');

/** `npm run bench:lists` asks a small and a large fleet for every list, in turns. */
async function main(): Promise<void> {
  const files = FleetFiles.open(DIRECTORY);
  const databases = [await filledFile(files, DIRECTORY, SMALL), await filledFile(files, DIRECTORY, LARGE)];
  const servers: ServerProcess[] = [];
  try {
    for (const file of databases) servers.push(await startServer(productCommand(files, file, [])));
    const text = listsReport(await measureAll(await askedOf(servers[0]!), await askedOf(servers[1]!)));
    writeFileSync(join(ROOT, 'bench/lists.md'), text);
    console.log(text);
  } finally {
    for (const server of servers) await server.stop();
    files.remove();
  }
}

async function measureAll(small: Asked, large: Asked): Promise<Measured[]> {
  const results: Measured[] = [];
  for (const request of REQUESTS) {
    const result = await measureList(request, small, large);
    if (result) results.push(result);
  }
  return results;
}

async function askedOf({ url }: ServerProcess): Promise<Asked> {
  return { url, headers: await signIn(url) };
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
