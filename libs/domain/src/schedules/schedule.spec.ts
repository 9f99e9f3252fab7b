import { faultsOf } from '@fleet/tests/builders/faults';
import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import { deliveryTemplate, ScheduleBuilder, scheduleTemplateOf } from '@fleet/tests/builders/schedule.builder';
import { Schedule } from './schedule';
import { ScheduleNotFoundError } from './schedule.errors';

const typesOf = (schedule: Schedule) => schedule.events.map(({ type }) => type);

describe('creating', () => {
  it('gives an active schedule that is made from now on, and keeps its template as text in the event', () => {
    const schedule = new ScheduleBuilder().with({ name: ' Bread ', rule: 'freq=daily' }).create(NOW);
    const { template, ...fields } = schedule.snapshot();
    expect(fields).toMatchObject({
      ...{ name: 'Bread', rule: 'FREQ=DAILY', timeZone: 'UTC', startsAt: '2026-01-05T08:00', active: true },
      ...{ version: 1, createdUntil: NOW, createdAt: NOW, updatedAt: NOW },
    });
    const [event] = schedule.events;
    expect(event).toMatchObject({ stream: 'Schedule', type: 'ScheduleCreated', version: 1, previous: null });
    expect(event!.payload).toEqual({
      ...{ name: 'Bread', rule: 'FREQ=DAILY', timeZone: 'UTC', startsAt: '2026-01-05T08:00', active: true },
      template: JSON.stringify(template),
    });
  });

  it('names every fault, those of the calendar too', () => {
    const details = {
      ...{ id: 'id', name: 'x'.repeat(101), rule: 'FREQ=HOURLY', timeZone: 'Mars', startsAt: '2026-02-30T08:00' },
      template: scheduleTemplateOf(deliveryTemplate({ customerName: ' ' })),
    };
    const calendar = [{ field: 'timeZone', message: 'must be a zone' }];
    expect(faultsOf(() => Schedule.create(details, calendar, NOW))).toEqual([
      'name must be at most 100 characters long',
      'rule must not have FREQ=HOURLY',
      'startsAt must be a local date and time such as 2026-01-05T08:00',
      'template.deliveries[0].customerName is required',
      'timeZone must be a zone',
    ]);
  });

  it.each(['2026-01-05', '2026-01-05T24:00', '2026-01-05T08:00Z', '2026-01-05T08:00:00', '2026-13-01T08:00', ''])(
    'refuses to start at %j',
    (startsAt) => {
      const create = () => new ScheduleBuilder().with({ startsAt }).create();
      expect(faultsOf(create)).toEqual(['startsAt must be a local date and time such as 2026-01-05T08:00']);
    },
  );

  it.each(['1999-12-31T23:59', '3000-01-01T00:00'])('refuses to start at %s, beyond its years', (startsAt) => {
    const create = () => new ScheduleBuilder().with({ startsAt }).create();
    expect(faultsOf(create)).toEqual(['startsAt must be in the years 2000 to 2999']);
  });
});

describe('changing', () => {
  const details = () => new ScheduleBuilder().snapshot();

  it('says what has changed, and leaves what was made', () => {
    const schedule = new ScheduleBuilder().build();
    schedule.change({ ...details(), rule: 'FREQ=WEEKLY', template: scheduleTemplateOf(deliveryTemplate()) }, [], NOW);
    const [event] = schedule.events;
    expect(event!.payload).toEqual({ rule: 'FREQ=WEEKLY', template: JSON.stringify(schedule.snapshot().template) });
    expect(event!.previous).toEqual({ rule: 'FREQ=DAILY', template: JSON.stringify(scheduleTemplateOf()) });
    expect(schedule.snapshot()).toMatchObject({
      rule: 'FREQ=WEEKLY',
      version: 2,
      createdUntil: EARLIER,
      updatedAt: NOW,
    });
    expect(schedule.snapshot().template.deliveries).toHaveLength(1);
  });

  it('to the same changes nothing', () => {
    const schedule = new ScheduleBuilder().build();
    schedule.change({ ...details(), name: ' Bread for the centre ', rule: 'freq=daily' }, [], NOW);
    expect(schedule.hasChanged).toBe(false);
  });

  it('changes nothing when anything is at fault', () => {
    const schedule = new ScheduleBuilder().build();
    const change = () => schedule.change(details(), [{ field: 'rule', message: 'must come at least once' }], NOW);
    expect(faultsOf(change)).toEqual(['rule must come at least once']);
    expect(schedule.hasChanged).toBe(false);
  });
});

describe('pausing and resuming', () => {
  it('pauses once', () => {
    const schedule = new ScheduleBuilder().build();
    schedule.pause(NOW);
    schedule.pause(NOW);
    expect(typesOf(schedule)).toEqual(['SchedulePaused']);
    expect(schedule.snapshot()).toMatchObject({ active: false, version: 2, createdUntil: EARLIER });
    expect(schedule.events[0]).toMatchObject({ payload: { active: false }, previous: { active: true } });
  });

  it('goes on from now, not from where it stopped', () => {
    const schedule = new ScheduleBuilder().paused().build();
    schedule.resume(NOW);
    schedule.resume(NOW);
    expect(typesOf(schedule)).toEqual(['ScheduleResumed']);
    expect(schedule.snapshot()).toMatchObject({ active: true, createdUntil: NOW, updatedAt: NOW });
  });

  it('does not make again what it had made ahead', () => {
    const ahead = new Date('2026-02-05T00:00:00.000Z');
    const schedule = new ScheduleBuilder().paused().with({ createdUntil: ahead }).build();
    schedule.resume(NOW);
    expect(schedule.snapshot().createdUntil).toEqual(ahead);
  });
});

it('ends with an event that says nothing more', () => {
  const schedule = new ScheduleBuilder().build();
  schedule.delete(NOW);
  expect(schedule.events).toMatchObject([{ type: 'ScheduleDeleted', payload: {}, version: 2 }]);
});

it('is missed with a code', () => {
  expect(new ScheduleNotFoundError()).toMatchObject({ code: 'SCHEDULE_NOT_FOUND', kind: 'not-found' });
});
