import { ScheduleNotFoundError } from '@fleet/domain/schedules/schedule.errors';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { FixedClock } from '@fleet/tests/builders/fake-ports';
import { NOW } from '@fleet/tests/builders/moments';
import { ScheduleBuilder } from '@fleet/tests/builders/schedule.builder';
import { ListOccurrences } from './list-occurrences';
import { Recurrence } from './recurrence';
import { ScheduleQueries } from './schedule.queries';
import { OccurrenceView, scheduleView } from './schedule.view';

const DAY_MS = 24 * 60 * 60 * 1000;
const day = (days: number) => new Date(NOW.getTime() + days * DAY_MS);

function scene({ createdUntil = day(2), made = [] as OccurrenceView[], found = true } = {}) {
  const schedule = new ScheduleBuilder().with({ createdUntil }).build();
  const ranges: [Date, Date][] = [];
  const queries = {
    find: async () => (found ? scheduleView(schedule) : null),
    made: async (_: string, from: Date, to: Date) => {
      ranges.push([from, to]);
      return made;
    },
  } as unknown as ScheduleQueries;
  const recurrence = {
    between: (_: unknown, from: Date, to: Date) => {
      ranges.push([from, to]);
      return [day(2), day(3)];
    },
  } as unknown as Recurrence;
  return { ranges, list: new ListOccurrences(queries, recurrence, new FixedClock()) };
}

it('has what was made, with its route, before what will be', async () => {
  const { list } = scene({ made: [{ occursAt: day(2).toISOString(), routeId: 'r' }] });
  expect(await list.execute('id', day(0), day(10))).toEqual([
    { occursAt: day(2).toISOString(), routeId: 'r' },
    { occursAt: day(3).toISOString(), routeId: null },
  ]);
});

it('looks ahead from where the worker has come to, or from an hour ago', async () => {
  const worked = scene();
  await worked.list.execute('id', day(0), day(10));
  expect(worked.ranges).toEqual([
    [day(0), day(10)],
    [day(2), day(10)],
  ]);
  const idle = scene({ createdUntil: day(-9) });
  await idle.list.execute('id', day(-20), day(10));
  expect(idle.ranges[1]).toEqual([new Date(NOW.getTime() - DAY_MS / 24), day(10)]);
  const later = scene({ createdUntil: day(-9) });
  await later.list.execute('id', day(5), day(10));
  expect(later.ranges[1]).toEqual([day(5), day(10)]);
});

it('is of the next 30 days when nothing is said, or of 30 days', async () => {
  const { ranges, list } = scene({ createdUntil: NOW });
  await list.execute('id');
  await list.execute('id', day(50));
  expect(ranges).toEqual([...[0, 0].map(() => [day(0), day(30)]), ...[0, 0].map(() => [day(50), day(80)])]);
});

it('is of 31 days at most, and not backwards', async () => {
  const { list } = scene();
  await expect(list.execute('id', day(0), day(31))).resolves.toBeDefined();
  await expect(list.execute('id', day(0), new Date(day(31).getTime() + 1))).rejects.toThrow(InvalidFieldsError);
  await expect(list.execute('id', day(0), day(-1))).rejects.toThrow('to must not be before from');
});

it('misses a schedule that is not there', async () => {
  await expect(scene({ found: false }).list.execute('id')).rejects.toThrow(ScheduleNotFoundError);
});
