import { UnavailableError } from '@fleet/application/shared/application-error';
import { FixedClock, SingleTry } from '@fleet/tests/builders/fake-ports';
import { NOW } from '@fleet/tests/builders/moments';
import { MadeOccurrences } from './made-occurrences';
import { LeftOut, MadeOccurrence, MakeOccurrence } from './make-occurrence';
import { MakeOccurrences } from './make-occurrences';
import { Recurrence } from './recurrence';
import { ScheduleNotices } from './schedule-notices';
import { DueSchedule, ScheduleQueries } from './schedule.queries';

const HOUR_MS = 60 * 60 * 1000;
const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR_MS);
const due = (id: string, createdUntil = at(-24)): DueSchedule => ({
  ...{ id, version: 1, rule: 'FREQ=DAILY', timeZone: 'UTC', startsAt: '2026-01-01T08:00' },
  createdUntil: createdUntil.toISOString(),
});

/** Two hours and a day from now, for every schedule. */
const OCCURRENCES = [at(2), at(24)];

function scene(...schedules: DueSchedule[]) {
  const notes: string[] = [];
  const outcomes = new Map<string, MadeOccurrence | Error | null>();
  const queries = {
    streamDue: async function* (until: Date) {
      notes.push(`due until ${until.toISOString()}`);
      yield* schedules;
    },
  } as unknown as ScheduleQueries;
  const make = {
    execute: async ({ id }: DueSchedule, start: Date) => {
      const name = `${id} ${(start.getTime() - NOW.getTime()) / HOUR_MS}`;
      notes.push(`make ${name}`);
      const outcome = outcomes.get(name);
      if (outcome instanceof Error) throw outcome;
      return outcome === undefined ? { routeId: `route of ${name}`, leftOut: [] } : outcome;
    },
  } as unknown as MakeOccurrence;
  const occurrences = {
    moveOn: async ({ id }: DueSchedule, until: Date) => void notes.push(`${id} until ${until.toISOString()}`),
  } as unknown as MadeOccurrences;
  const ranges: string[] = [];
  const recurrence = {
    between: (_: unknown, from: Date, to: Date) => {
      ranges.push(`${from.toISOString()} ${to.toISOString()}`);
      return OCCURRENCES;
    },
  } as unknown as Recurrence;
  const notices: ScheduleNotices = {
    leftOut: (id, occursAt, routeId, { code }) =>
      void notes.push(`${id} ${occursAt.toISOString()} ${routeId} without: ${code}`),
    failed: (id, error) => void notes.push(`${id} failed: ${(error as Error).message}`),
  };
  const settings = {
    maintenanceDaysThreshold: 3,
    maintenanceIntervalDays: 90,
    timeZone: 'UTC',
    scheduleAheadDays: 2,
    assignmentBufferMinutes: 0,
  };
  const ports = [make, occurrences, recurrence, notices, settings, new FixedClock()] as const;
  return { notes, outcomes, ranges, makeOccurrences: new MakeOccurrences(new SingleTry(), queries, ...ports) };
}

const UNTIL = at(48).toISOString();

it('makes what is due of every schedule, in the order of time, and moves each on', async () => {
  const { notes, makeOccurrences } = scene(due('a'), due('b'));
  expect(await makeOccurrences.execute()).toEqual({ made: 4, leftOut: 0, failed: 0 });
  expect(notes).toEqual([
    `due until ${UNTIL}`,
    ...['make a 2', 'make a 24', `a until ${UNTIL}`],
    ...['make b 2', 'make b 24', `b until ${UNTIL}`],
  ]);
});

it('goes on from where it was, and makes up for no more than an hour', async () => {
  const { ranges, makeOccurrences } = scene(due('a', at(-24)), due('b', at(-0.5)), due('c', at(12)));
  await makeOccurrences.execute();
  expect(ranges).toEqual([at(-1), at(-0.5), at(12)].map((from) => `${from.toISOString()} ${UNTIL}`));
});

it('tells and counts what was left out', async () => {
  const { notes, outcomes, makeOccurrences } = scene(due('a'));
  const leftOut: LeftOut[] = [{ delivery: 0, fields: ['vehicleId'], code: 'VEHICLE_IN_MAINTENANCE' }];
  outcomes.set('a 2', { routeId: 'r', leftOut });
  expect(await makeOccurrences.execute()).toEqual({ made: 2, leftOut: 1, failed: 0 });
  expect(notes).toContain(`a ${at(2).toISOString()} r without: VEHICLE_IN_MAINTENANCE`);
});

it('leaves a schedule to whoever else is at it', async () => {
  const { notes, outcomes, makeOccurrences } = scene(due('a'), due('b'));
  outcomes.set('a 2', null);
  expect(await makeOccurrences.execute()).toEqual({ made: 2, leftOut: 0, failed: 0 });
  expect(notes.filter((note) => note.includes('a '))).toEqual(['make a 2']);
});

it('lets the failure of one schedule be its own: what it has not made waits for the next run', async () => {
  const { notes, outcomes, makeOccurrences } = scene(due('a'), due('b'));
  outcomes.set('a 24', new Error('broken'));
  expect(await makeOccurrences.execute()).toEqual({ made: 3, leftOut: 0, failed: 1 });
  expect(notes).toContain('a failed: broken');
  expect(notes).not.toContain(`a until ${UNTIL}`);
  expect(notes).toContain(`b until ${UNTIL}`);
});

it('gives up when the database is away', async () => {
  const { notes, outcomes, makeOccurrences } = scene(due('a'), due('b'));
  outcomes.set('a 2', new UnavailableError('away'));
  await expect(makeOccurrences.execute()).rejects.toThrow(UnavailableError);
  expect(notes).not.toContain('make b 2');
});

it('stops before the next occurrence when it is told to', async () => {
  const { notes, makeOccurrences } = scene(due('a'), due('b'));
  const stop = new AbortController();
  stop.abort(new Error('stop'));
  await expect(makeOccurrences.execute(stop.signal)).rejects.toThrow('stop');
  expect(notes).toEqual([`due until ${UNTIL}`]);
});
