import { parseArgs } from 'node:util';
import { ChainHead } from '@fleet/application/audit/event-seals';
import { loadConfiguration, readDotEnvFile } from '@fleet/infrastructure/shared/config/load-configuration';
import { openReadDatabase } from '@fleet/infrastructure/shared/database/open-read-database';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { loadSecretKeys } from '@fleet/infrastructure/shared/secrets/load-secret-keys';
import { SystemClock } from '@fleet/infrastructure/shared/time/system-clock';
import { describeFault } from './chain-fault';
import { ChainVerifier } from './chain-verifier';
import { HashChain } from './hash-chain';
import { describeLateSeals } from './late-seals';

const say = (line: string) => process.stdout.write(`${line}\n`);

/**
 * `npm run audit:verify` checks every event against its seal and says what was altered, removed or added, and where;
 * with `-- --head <position>:<hash>`, whether the chain still holds a head that was noted earlier. Exit code 1 when
 * something is wrong. What was sealed late is told besides, for somebody to judge: it is whole, and may have been sealed
 * again.
 */
async function main(): Promise<void> {
  readDotEnvFile();
  const known = headOf(parseArgs({ options: { head: { type: 'string' } } }).values.head);
  const configuration = loadConfiguration(process.env);
  const chain = new HashChain(new BlindIndex(loadSecretKeys(configuration)));
  const database = await openReadDatabase(configuration.database);
  try {
    await report(new ChainVerifier(database, chain, new SystemClock()), known);
  } finally {
    await database.close();
  }
}

async function report(verifier: ChainVerifier, known: ChainHead | undefined): Promise<void> {
  const from = performance.now();
  let faults = 0;
  let altered = 0;
  for await (const fault of verifier.faults(known)) {
    say(describeFault(fault));
    faults++;
    if (fault.kind === 'altered') altered++;
  }
  for (const late of verifier.lateSeals) say(describeLateSeals(late));
  const { position, hash } = verifier.head;
  const waiting = await verifier.firstWaiting();
  if (waiting) say(`Events wait for their seals, from sequence ${waiting.sequence} (${waiting.occurredAt}) on.`);
  if (position > 0 && altered === position)
    say('No seal fits at all: is BLIND_INDEX_KEY the one that they were made with?');
  say(`${position} seals checked in ${((performance.now() - from) / 1000).toFixed(1)} s, ${faults} faults found.`);
  if (position > 0) say(`Head: ${position}:${hash}`);
  if (faults > 0) process.exitCode = 1;
}

function headOf(text: string | undefined): ChainHead | undefined {
  if (text === undefined) return undefined;
  const [, position, hash] = /^(\d{1,15}):([\w-]{43})$/.exec(text) ?? [];
  if (!position || !hash) throw new Error('--head must be a position and a hash, as an earlier run printed them.');
  return { position: Number(position), hash };
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
});
