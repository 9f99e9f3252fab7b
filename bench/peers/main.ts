import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FleetFiles } from '@fleet/bench/database/fleet-files';
import { alternate, Subject } from '@fleet/bench/load/alternate';
import { separateCores } from '@fleet/bench/process/cores';
import { ServerProcess, startServer } from '@fleet/bench/process/server-process';
import { signIn } from '@fleet/bench/process/sign-in';
import { peakMemory } from '@fleet/bench/process/usage';
import { productCommand } from '@fleet/bench/servers';
import { asking } from './ask';
import { fillDirectus } from './directus/fill-directus';
import { Directus, startDirectus } from './directus/start-directus';
import { seedEndedTrips, VEHICLES } from './ended-trips';
import { Answered, peersReport } from './peers-report';
import { QUESTIONS } from './questions';
import { assertSameRows } from './same-rows';

const ROOT = join(__dirname, '../../..');

/** Long enough for many answers of the slower one. */
const ROUND_SECONDS = 5;

interface Product extends ServerProcess {
  readonly headers: Readonly<Record<string, string>>;
}

/** `npm run bench:peers` asks the product and an installed Directus the same, and writes bench/peers/results.md. */
async function main(): Promise<void> {
  const folder = process.env.DIRECTUS_DIR;
  if (!folder) throw new Error('DIRECTUS_DIR is the folder where Directus is installed; how: bench/peers/README.md.');
  const files = FleetFiles.open(join(ROOT, '.cache/peers'));
  const cores = separateCores();
  console.log('Starting both, and filling Directus …');
  const servers: ServerProcess[] = [];
  try {
    const directus = await startDirectus(folder, files, cores.serverPrefix);
    servers.push(directus);
    await fillDirectus(directus);
    const product = await startProduct(files, cores.serverPrefix);
    servers.push(product);
    await assertSameRows(product, directus);
    const text = await compare(product, directus, cores.description);
    writeFileSync(join(ROOT, 'bench/peers/results.md'), text);
    console.log(`\n${text}\nWritten to bench/peers/results.md.`);
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    files.remove();
  }
}

async function startProduct(files: FleetFiles, prefix: readonly string[]): Promise<Product> {
  const file = await files.copy(VEHICLES, 'product.db');
  seedEndedTrips(file);
  const server = await startServer(productCommand(files, file, prefix));
  return { ...server, headers: await signIn(server.url) };
}

async function compare(product: Product, directus: Directus, placement: string): Promise<string> {
  const answered: Answered[] = [];
  for (const question of QUESTIONS) {
    console.log(`${question.name} …`);
    const subjects: Subject[] = [
      { ...product, nextLoad: asking(question.product) },
      { ...directus, nextLoad: asking(question.directus) },
    ];
    const [ours = [], theirs = []] = await alternate(subjects, ROUND_SECONDS);
    answered.push({ name: question.name, product: ours, directus: theirs });
  }
  const memory = { product: peakMemory(product.pid), directus: peakMemory(directus.pid) };
  return peersReport(answered, directus.version, placement, memory);
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
