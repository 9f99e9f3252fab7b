import { SealedEvent } from './sealed-event';

/** A worker seals once a minute; what waited longer than this was sealed by one that was away, or was sealed again. */
const LATE_MS = 10 * 60 * 1000;

/** Events side by side in the chain that had happened long before they were sealed. */
export interface LateSeals {
  /** The first run of all, which seals what was there before there were seals, is late by its nature. */
  readonly isStart: boolean;
  readonly from: number;
  readonly to: number;
  readonly first: SealedEvent;
  readonly last: SealedEvent;
  /** When the first and the last of them were sealed. */
  readonly sealedFrom: string;
  readonly sealedTo: string;
}

/** Gathers the late seals of a chain, which is told from its beginning, into as few ranges as there are. */
export class LateSealsFinder {
  readonly found: LateSeals[] = [];
  private start: string | undefined;

  add(position: number, event: SealedEvent, sealedAt: string): void {
    if (position === 1) this.start = sealedAt;
    if (Date.parse(sealedAt) - Date.parse(event.occurredAt) <= LATE_MS) return;
    const isStart = sealedAt === this.start;
    const before = this.found.at(-1);
    const end = { to: position, last: event, sealedTo: sealedAt };
    if (before?.to === position - 1 && before.isStart === isStart)
      this.found[this.found.length - 1] = { ...before, ...end };
    else this.found.push({ isStart, from: position, first: event, sealedFrom: sealedAt, ...end });
  }
}

/** The range as a line of a report: what it is, and where. */
export function describeLateSeals({ isStart, from, to, first, last, sealedFrom, sealedTo }: LateSeals): string {
  const what = isStart ? 'sealed at the start of the chain' : 'sealed late';
  const where = `positions ${from} to ${to} (${to - from + 1} events, sequences ${first.sequence} to ${last.sequence})`;
  const when = `of ${between(first.occurredAt, last.occurredAt)}, sealed ${between(sealedFrom, sealedTo)}`;
  const why = isStart ? 'what they were before cannot be told' : 'nothing was sealing then, or they were sealed again';
  return `${what}: ${where}, ${when}: ${why}`;
}

function between(from: string, to: string): string {
  return from === to ? from : `${from} to ${to}`;
}
