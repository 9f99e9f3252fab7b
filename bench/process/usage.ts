import { readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;
const MIB = 1024;

/** Seconds of processor time that the process has used; NaN where the system has no /proc. */
export function processorSeconds(pid: number): number {
  const fields = read(`/proc/${pid}/stat`)?.split(') ')[1]?.split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND : NaN;
}

/** Resident memory of the process in MiB; NaN where the system has no /proc. */
export function residentMemory(pid: number): number {
  const kib = /^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`) ?? '')?.[1];
  return Number(kib) / MIB;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
