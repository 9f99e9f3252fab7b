import { join } from 'node:path';
import { FleetFiles } from '@fleet/bench/database/fleet-files';
import { separateCores } from '@fleet/bench/process/cores';
import { writeResults } from '@fleet/bench/report/results-file';
import { isScript, loadReport, Script, SCRIPTS } from './load-report';
import { hasK6, runK6, warmUp } from './run-k6';
import { startFloor, startLoadedServer } from './loaded-server';
import { Verdict } from './summary';

const ROOT = join(__dirname, '../../..');
/** What a whole run of these has shown is kept. */
const KEPT: readonly Script[] = ['sustained', 'peak'];
/** 75 is EX_TEMPFAIL of sysexits.h: try again. */
const EXIT_CODES: Readonly<Record<Verdict, number>> = { met: 0, wrong: 1, late: 2, 'not judged': 75 };
const isWhole = !process.env.RATE && !process.env.DURATION;
const HEAD = `# What the product carries

Written by \`npm run load -- sustained\` and \`npm run load -- peak\`; each replaces its own part.
`;

/**
 * `npm run load -- smoke|sustained|peak|soak` starts the built product on a fleet of its own and sends it that script of k6.
 * `WORKERS` is how many processes share the port; `RATE` and `DURATION` take the place of what the script has, and then nothing
 * is written. Ends with 1 when answers were wrong, with 2 when they were late, and with 75 when the machine was too busy to say.
 */
async function main(): Promise<void> {
  const [script, ...rest] = process.argv.slice(2);
  if (!isScript(script) || rest.length > 0) throw new Error(`Usage: npm run load -- ${SCRIPTS.join('|')}`);
  if (!hasK6()) throw new Error('k6 is not installed. It is with: go install go.k6.io/k6@v1.8.1');
  const files = FleetFiles.open(join(ROOT, '.cache/load'));
  const workers = Number(process.env.WORKERS ?? 1);
  // Several processes need the cores that there are.
  const cores = workers > 1 ? undefined : separateCores();
  const server = await startLoadedServer(files, workers, cores?.serverPrefix ?? []);
  // On the cores that the product works on too, it would be late because of it.
  const floor = cores && script !== 'smoke' ? await startFloor(files) : undefined;
  try {
    if (script !== 'smoke') await warmUp(join(ROOT, 'bench/k6/smoke.js'), server);
    const run = await runK6(join(ROOT, 'bench/k6', `${script}.js`), files.path('summary.json'), server, floor);
    const text = loadReport(script, run, workers, cores?.description ?? 'load and servers share the cores');
    console.log(`\n${text}`);
    if (isWhole && KEPT.includes(script) && run.verdict !== 'not judged') {
      writeResults(join(ROOT, 'bench/k6/results.md'), script, text, HEAD);
    }
    process.exitCode = EXIT_CODES[run.verdict];
  } finally {
    await Promise.all([server.stop(), floor?.stop()]);
    files.remove();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
