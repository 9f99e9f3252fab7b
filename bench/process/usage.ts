import { readFileSync } from 'node:fs';

const TICKS_A_SECOND = 100;
const KIB_A_MIB = 1024;

/** Seconds of processor time that the process has used; NaN where the system has no /proc. */
export function processorSeconds(pid: number): number {
  const fields = read(`/proc/${pid}/stat`)?.split(') ')[1]?.split(' ');
  return fields ? (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND : NaN;
}

/** MiB that the process holds; NaN where the system has no /proc. */
export function residentMemory(pid: number): number {
  return status(pid, /^VmRSS:\s+(\d+) kB$/m);
}

/** MiB that the process has held at most; NaN where the system has no /proc. */
export function peakMemory(pid: number): number {
  return status(pid, /^VmHWM:\s+(\d+) kB$/m);
}

/** A process and those that it has started, such as the workers behind one port. */
export function withChildren(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`)?.trim().split(' ') ?? [];
  return [pid, ...children.filter((child) => child !== '').flatMap((child) => withChildren(Number(child)))];
}

function status(pid: number, line: RegExp): number {
  return Number(line.exec(read(`/proc/${pid}/status`) ?? '')?.[1]) / KIB_A_MIB;
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
