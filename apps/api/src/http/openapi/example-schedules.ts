import { ScheduleView } from '@fleet/application/schedules/schedule.view';
import { ScheduleTemplate } from '@fleet/domain/schedules/schedule-template';
import { EXAMPLE_DRIVERS, EXAMPLE_VEHICLES, ID, STAMPS } from './examples';

export const EXAMPLE_TEMPLATE = {
  route: {
    name: 'Morning bread',
    origin: 'Distrito Industrial',
    destination: 'Centro',
    checkpoints: [
      {
        location: 'Padaria Central',
        latitude: -22.9056,
        longitude: -47.0608,
        afterMinutes: 40,
        earliestMinutes: 30,
        latestMinutes: 60,
      },
    ],
  },
  deliveries: [
    {
      reference: 'BREAD-1',
      customerName: 'Padaria Central',
      customerPhone: '+55 (19) 90000-0021',
      customerAddress: 'Rua Treze de Maio, 100',
      priority: 'Normal',
      promisedAfterMinutes: 60,
      requirements: ['photo'],
      vehicleId: EXAMPLE_VEHICLES.available.id,
      driverId: EXAMPLE_DRIVERS.available.id,
      after: [],
    },
  ],
} as const satisfies ScheduleTemplate;

const schedule = {
  rule: 'FREQ=WEEKLY;BYDAY=MO,WE,FR',
  timeZone: 'America/Sao_Paulo',
  startsAt: '2026-01-05T08:00',
  template: EXAMPLE_TEMPLATE,
  createdUntil: STAMPS.createdAt,
  ...STAMPS,
};

export const EXAMPLE_SCHEDULES = {
  /** To be read and changed. It is paused, so nothing is made from it. */
  bread: { id: `${ID}-5c0000000001`, name: 'Bread for the centre', active: false, ...schedule },
  toPause: { id: `${ID}-5c0000000002`, name: 'Milk for the schools', active: true, ...schedule },
  toResume: { id: `${ID}-5c0000000003`, name: 'Water for the fair', active: false, ...schedule },
  toDelete: { id: `${ID}-5c0000000004`, name: 'Ice for the summer', active: false, ...schedule },
} as const satisfies Record<string, ScheduleView>;

/** As lists show it. */
export function summaryOf({ template: _, ...summary }: ScheduleView): object {
  return summary;
}
