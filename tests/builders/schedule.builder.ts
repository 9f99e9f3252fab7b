import { randomUUID } from 'node:crypto';
import { Schedule, ScheduleSnapshot } from '@fleet/domain/schedules/schedule';
import { GivenDelivery, ScheduleTemplate, TemplateDelivery } from '@fleet/domain/schedules/schedule-template';
import { EARLIER } from './moments';

const DELIVERY: TemplateDelivery = {
  reference: null,
  customerName: 'Padaria Central',
  customerPhone: '+55 (19) 3232-0001',
  customerAddress: 'Rua Treze de Maio, 100',
  priority: 'Normal',
  promisedAfterMinutes: null,
  requirements: [],
  vehicleId: null,
  driverId: null,
  after: [],
};

/** A template's delivery that is as good as any. */
export function deliveryTemplate(changes: Partial<TemplateDelivery> = {}): TemplateDelivery & GivenDelivery {
  return { ...DELIVERY, ...changes };
}

/** A template with one checkpoint, an hour after the start. */
export function scheduleTemplateOf(...deliveries: TemplateDelivery[]): ScheduleTemplate {
  const place = { location: 'Padaria Central', latitude: null, longitude: null };
  const checkpoints = [{ ...place, afterMinutes: 60, earliestMinutes: null, latestMinutes: null }];
  return { route: { name: 'Morning bread', origin: 'Depot', destination: 'Centro', checkpoints }, deliveries };
}

/** A stored, active schedule of every day at 08:00 in UTC; `create()` makes a new one instead. */
export class ScheduleBuilder {
  private readonly fields: ScheduleSnapshot = {
    id: randomUUID(),
    name: 'Bread for the centre',
    rule: 'FREQ=DAILY',
    timeZone: 'UTC',
    startsAt: '2026-01-05T08:00',
    template: scheduleTemplateOf(),
    active: true,
    createdUntil: EARLIER,
    version: 1,
    createdAt: EARLIER,
    updatedAt: EARLIER,
  };

  with(changes: Partial<ScheduleSnapshot>): this {
    Object.assign(this.fields, changes);
    return this;
  }

  paused(): this {
    return this.with({ active: false });
  }

  delivering(...deliveries: TemplateDelivery[]): this {
    return this.with({ template: scheduleTemplateOf(...deliveries) });
  }

  snapshot(): ScheduleSnapshot {
    return { ...this.fields };
  }

  /** As a repository gives it back: nothing has happened to it yet. */
  build(): Schedule {
    return Schedule.restore(this.snapshot());
  }

  /** A new one, with its ScheduleCreated event. */
  create(now = EARLIER): Schedule {
    return Schedule.create(this.snapshot(), [], now);
  }
}
