import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { changedFields } from '@fleet/domain/shared/changed-fields';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { FieldFault } from '@fleet/domain/shared/invalid-fields.error';
import { localStart } from './local-time';
import { recurrenceRule } from './recurrence-rule';
import { ScheduleEvents, ScheduleEventType } from './schedule.events';
import { ScheduleDetails, ScheduleSnapshot } from './schedule.snapshot';
import { ScheduleId } from './schedule-id';
import { ScheduleTemplate } from './schedule-template';
import { scheduleTemplate } from './template-checks';

export type { ScheduleDetails, ScheduleSnapshot, Timing } from './schedule.snapshot';

export const SCHEDULE_NAME_MAX_LENGTH = 100;
export const TIME_ZONE_MAX_LENGTH = 64;

type ScheduleState = Omit<ScheduleSnapshot, 'id' | 'version'>;

/** A plan that comes again and again: by a rule of the calendar, a route with its deliveries. */
export class Schedule extends AggregateRoot {
  private constructor(
    id: ScheduleId,
    storedVersion: number,
    private state: ScheduleState,
  ) {
    super('Schedule', id, storedVersion);
  }

  /**
   * Occurrences are made from now on, however long ago it starts.
   * @param calendarFaults what the calendar finds wrong with the timing
   * @throws InvalidFieldsError with every field that is at fault
   */
  static create(
    { id, ...details }: ScheduleDetails & { id: ScheduleId },
    calendarFaults: readonly FieldFault[],
    now: Date,
  ): Schedule {
    const fields = { ...checkDetails(details, calendarFaults), active: true };
    const { template, ...rest } = fields;
    const schedule = new Schedule(id, 0, { ...fields, createdUntil: now, createdAt: now, updatedAt: now });
    const payload: ScheduleEvents['ScheduleCreated'] = { ...rest, template: JSON.stringify(template) };
    schedule.record('ScheduleCreated', now, payload);
    return schedule;
  }

  /** Rebuilds a stored schedule. Checks nothing. */
  static restore({ id, version, ...state }: ScheduleSnapshot): Schedule {
    return new Schedule(id, version, state);
  }

  snapshot(): ScheduleSnapshot {
    return { id: this.id, ...this.state, version: this.version };
  }

  /**
   * What has been made stays as it is; the change holds for what is made later. The same values change nothing.
   * @throws InvalidFieldsError
   */
  change(details: ScheduleDetails, calendarFaults: readonly FieldFault[], now: Date): void {
    const { template, ...fields } = checkDetails(details, calendarFaults);
    const wanted = { ...fields, template: JSON.stringify(template) };
    const { name, rule, timeZone, startsAt } = this.state;
    const current = { name, rule, timeZone, startsAt, template: JSON.stringify(this.state.template) };
    const changes = changedFields<typeof wanted>(current, wanted);
    if (Object.keys(changes).length > 0) this.happened('ScheduleChanged', now, { ...fields, template }, changes);
  }

  /** Nothing more is made until it is resumed. A paused schedule stays as it is. */
  pause(now: Date): void {
    if (!this.state.active) return;
    this.happened('SchedulePaused', now, { active: false }, { active: false });
  }

  /** Goes on from now: what was due meanwhile is not made up for. An active schedule stays as it is. */
  resume(now: Date): void {
    if (this.state.active) return;
    const { createdUntil } = this.state;
    const changes = { active: true, createdUntil: createdUntil < now ? now : createdUntil };
    this.happened('ScheduleResumed', now, changes, { active: true });
  }

  /** The last thing that happens to a schedule. Its routes and deliveries stay. */
  delete(now: Date): void {
    this.happened('ScheduleDeleted', now, {}, {});
  }

  private happened<T extends ScheduleEventType>(
    type: T,
    now: Date,
    changes: Partial<ScheduleState>,
    payload: ScheduleEvents[T],
  ): void {
    const before = { ...this.state, template: JSON.stringify(this.state.template) };
    this.state = { ...this.state, ...changes, updatedAt: now };
    this.record(type, now, payload, before);
  }
}

type CheckedDetails = Omit<ScheduleDetails, 'template'> & { template: ScheduleTemplate };

function checkDetails(details: ScheduleDetails, calendarFaults: readonly FieldFault[]): CheckedDetails {
  const checks = new FieldChecks();
  const checked = {
    name: checks.text('name', details.name, SCHEDULE_NAME_MAX_LENGTH),
    rule: recurrenceRule(checks, details.rule),
    timeZone: checks.text('timeZone', details.timeZone, TIME_ZONE_MAX_LENGTH),
    startsAt: localStart(checks, details.startsAt),
    template: scheduleTemplate(checks, details.template),
  };
  calendarFaults.forEach(({ field, message }) => checks.fault(field, message));
  checks.done();
  return checked;
}
