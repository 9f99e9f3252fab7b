import { EXAMPLE_SCHEDULES } from '@fleet/api/http/openapi/example-schedules';
import { Deed } from '@fleet/tools/demo/fleet/planned';
import { addMinutes } from '@fleet/tools/demo/fleet/working-calendar';
import { DeliveryWork, PlannedSchedule } from './planned-delivery';

const START = '2026-01-05';
const CLINICS = ['Clínica Cambuí', 'Clínica Taquaral', 'Hospital Mário Gatti'];

const OWN: readonly PlannedSchedule[] = [
  {
    name: 'Laboratory samples',
    active: true,
    rule: 'FREQ=DAILY',
    timeZone: 'America/Sao_Paulo',
    startsAt: `${START}T06:30`,
    template: {
      route: {
        name: 'Samples, morning',
        origin: 'Distrito Industrial',
        destination: 'Hospital Mário Gatti',
        checkpoints: CLINICS.map((location, index) => ({ location, afterMinutes: 30 + 25 * index })),
      },
      deliveries: CLINICS.map((customerName, index) => ({
        reference: `LAB-${index + 1}`,
        customerName,
        customerPhone: `+55 19 90400-60${10 + index}`,
        customerAddress: `Av. Brasil, ${100 + 10 * index}`,
        priority: 'High',
        promisedAfterMinutes: 120,
        requirements: ['signature'],
      })),
    },
  },
  {
    name: 'Fair on Sundays',
    active: false,
    rule: 'FREQ=WEEKLY;BYDAY=SU',
    timeZone: 'America/Sao_Paulo',
    startsAt: `${START}T05:00`,
    template: {
      route: {
        name: 'Fair',
        origin: 'CEASA',
        destination: 'Centro',
        checkpoints: [{ location: 'Mercado Municipal', afterMinutes: 45 }],
      },
      deliveries: [
        { customerName: 'Barraca do Zé', customerPhone: '+55 19 90400-6021', customerAddress: 'Mercado Municipal, 12' },
      ],
    },
  },
];

/** At the end of the history: from there on the product makes routes and deliveries of them by itself. */
export function planSchedules(now: Date): Deed<DeliveryWork>[] {
  return [...Object.values(EXAMPLE_SCHEDULES), ...OWN].map(
    ({ name, active, rule, timeZone, startsAt, template, ...same }) => {
      const schedule = { id: 'id' in same ? same.id : undefined, name, active, rule, timeZone, startsAt, template };
      return { at: addMinutes(now, -1), doneIn: (work) => work.schedule(schedule) };
    },
  );
}
