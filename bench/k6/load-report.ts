import { machine } from '@fleet/bench/report/machine';
import { table } from '@fleet/bench/report/markdown';
import { VEHICLES } from './loaded-server';
import { LoadRun } from './run-k6';
import { Threshold, Verdict } from './summary';

export const SCRIPTS = ['smoke', 'sustained', 'peak', 'soak'] as const;
export type Script = (typeof SCRIPTS)[number];

export function isScript(name: string | undefined): name is Script {
  return SCRIPTS.some((script) => script === name);
}

const NAMES: Readonly<Record<string, string>> = {
  'http_req_duration{kind:cached}': 'lists from the cache',
  'http_req_duration{kind:uncached}': 'other reads',
  'http_req_duration{kind:write}': 'writes',
  http_req_failed: 'requests that failed',
  checks: 'answers as they should be',
  dropped_iterations: 'requests that k6 could not send in time',
};

/** What was sent, and each promise beside what came of it. */
export function loadReport(script: Script, run: LoadRun, workers: number, placement: string): string {
  const busy = Number.isNaN(run.busy) ? '–' : run.busy.toFixed(2);
  return `## ${script[0]!.toUpperCase()}${script.slice(1)}

${machine()} ${workers === 1 ? 'One process' : `${workers} processes`}, ${placement}.

70 % reads, 20 % lists of who is free, 10 % writes, arriving at a steady rate whatever the answers take, of a fleet of
${VEHICLES.toLocaleString('en')} vehicles: ${run.requests.toLocaleString('en')} requests, ${run.requestsPerSecond.toFixed(0)} a second.
The server had ${busy} cores on average, and ${run.peakMebibytes.toFixed(0)} MiB at most.

${table(['what', 'goal', 'got', ''], run.thresholds.map(row))}
${run.quiet ? machineReport(run.quiet, run.verdict) : ''}`;
}

function machineReport({ got, limit, met }: Threshold, verdict: Verdict): string {
  const measured = `\nA bare server beside it, asked for a list of 50 twenty times a second: p95 ${got.toFixed(1)} ms`;
  if (met) return `${measured}, \`${limit}\`.\n`;
  return `${measured}, not \`${limit}\`: this machine was too busy${verdict === 'not judged' ? ', **so times are not judged**' : ''}.\n`;
}

function row({ metric, limit, got, met }: Threshold): string[] {
  const figure = metric.startsWith('http_req_duration') ? `${got.toFixed(1)} ms` : String(Math.round(got * 1e5) / 1e5);
  return [NAMES[metric] ?? metric, `\`${limit}\``, figure, met ? 'met' : '**not met**'];
}
