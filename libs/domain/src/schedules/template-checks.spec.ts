import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { faultsOf } from '@fleet/tests/builders/faults';
import { deliveryTemplate, scheduleTemplateOf } from '@fleet/tests/builders/schedule.builder';
import { GivenCheckpoint, GivenDelivery, GivenTemplate, ScheduleTemplate } from './schedule-template';
import { scheduleTemplate } from './template-checks';

const ROUTE = scheduleTemplateOf().route;
const MINIMAL = { customerName: 'Ana', customerPhone: '12345678', customerAddress: 'Rua A' };
const UUID = '0198b8a0-0000-7000-8000-a00000000001';

function read(template: GivenTemplate): ScheduleTemplate {
  const checks = new FieldChecks();
  const result = scheduleTemplate(checks, template);
  checks.done();
  return result;
}

const faults = (template: GivenTemplate) =>
  faultsOf(() => read(template)).map((fault) => fault.replace('template.', ''));
const withCheckpoints = (...checkpoints: GivenCheckpoint[]) => ({ route: { ...ROUTE, checkpoints }, deliveries: [] });
const withDeliveries = (...deliveries: GivenDelivery[]) => ({ route: ROUTE, deliveries });
const at = (afterMinutes: number, changes: Partial<GivenCheckpoint> = {}) => ({
  location: 'X',
  afterMinutes,
  ...changes,
});

describe('a template', () => {
  it('is kept whole, with nothing where nothing was given', () => {
    expect(read({ route: { ...ROUTE, name: ' Bread ', checkpoints: [at(60)] }, deliveries: [MINIMAL] })).toEqual({
      route: {
        ...ROUTE,
        name: 'Bread',
        checkpoints: [{ ...at(60), latitude: null, longitude: null, earliestMinutes: null, latestMinutes: null }],
      },
      deliveries: [deliveryTemplate(MINIMAL)],
    });
  });

  it('names every fault by its place', () => {
    const template = {
      route: { name: '', origin: ' ', destination: 'x'.repeat(256), checkpoints: [at(0, { location: '' })] },
      deliveries: [MINIMAL, { customerName: '', customerPhone: '12', customerAddress: '' }],
    };
    expect(faults(template)).toEqual([
      'route.name is required',
      'route.origin is required',
      'route.destination must be at most 255 characters long',
      'route.checkpoints[0].afterMinutes must be between 1 and 43200',
      'route.checkpoints[0].location is required',
      'deliveries[1].customerName is required',
      'deliveries[1].customerPhone must have 8 to 15 digits',
      'deliveries[1].customerAddress is required',
    ]);
  });
});

describe('checkpoints', () => {
  it('are 1 to 100', () => {
    const many = (count: number) => Array.from({ length: count }, (_, index) => at(index + 1));
    expect(faults(withCheckpoints())).toEqual(['route.checkpoints must be 1 to 100 checkpoints']);
    expect(faults(withCheckpoints(...many(100)))).toEqual([]);
    expect(faults(withCheckpoints(...many(101)))).toEqual(['route.checkpoints must be 1 to 100 checkpoints']);
  });

  it('rise in time', () => {
    expect(faults(withCheckpoints(at(10), at(11)))).toEqual([]);
    const fault = 'route.checkpoints[1].afterMinutes must be later than at the checkpoint before';
    expect(faults(withCheckpoints(at(10), at(10)))).toEqual([fault]);
    expect(faults(withCheckpoints(at(10), at(9)))).toEqual([fault]);
  });

  it('have windows that hold the time', () => {
    expect(faults(withCheckpoints(at(10, { earliestMinutes: 10, latestMinutes: 10 })))).toEqual([]);
    expect(faults(withCheckpoints(at(10, { earliestMinutes: 11, latestMinutes: 9 })))).toEqual([
      'route.checkpoints[0].earliestMinutes must not be later than afterMinutes',
      'route.checkpoints[0].latestMinutes must not be earlier than afterMinutes',
    ]);
  });

  it('have both coordinates, in their ranges, or none', () => {
    expect(faults(withCheckpoints(at(10, { latitude: -90, longitude: 180 })))).toEqual([]);
    expect(faults(withCheckpoints(at(10, { latitude: 1 })))).toEqual([
      'route.checkpoints[0].longitude is required beside the other one',
    ]);
    expect(faults(withCheckpoints(at(10, { latitude: 90.1, longitude: NaN })))).toEqual([
      'route.checkpoints[0].latitude must be between -90 and 90',
      'route.checkpoints[0].longitude must be between -180 and 180',
    ]);
  });
});

describe('deliveries', () => {
  it('are at most 50', () => {
    expect(faults(withDeliveries(...Array.from({ length: 50 }, () => MINIMAL)))).toEqual([]);
    expect(faults(withDeliveries(...Array.from({ length: 51 }, () => MINIMAL)))).toEqual([
      'deliveries must be at most 50 deliveries',
    ]);
  });

  it('have references that leave room for the date, each its own', () => {
    const references = (...given: string[]) => withDeliveries(...given.map((reference) => ({ ...MINIMAL, reference })));
    expect(faults(references('x'.repeat(34), '', ' '))).toEqual([]);
    expect(read(references(' A-1 ', ' ')).deliveries.map(({ reference }) => reference)).toEqual(['A-1', null]);
    expect(faults(references('x'.repeat(35)))).toEqual(['deliveries[0].reference must be at most 34 characters long']);
    expect(faults(references('A', 'B', ' a'))).toEqual(['deliveries[2].reference must differ from the other ones']);
  });

  it('wait for earlier ones alone', () => {
    const fault = 'must be the places of earlier deliveries in the list, from 0';
    expect(read(withDeliveries(MINIMAL, MINIMAL, { ...MINIMAL, after: [1, 0, 1] })).deliveries[2]!.after).toEqual([
      1, 0,
    ]);
    for (const after of [[1], [2], [-1], [0.5]]) {
      expect(faults(withDeliveries(MINIMAL, { ...MINIMAL, after }))).toEqual([`deliveries[1].after ${fault}`]);
    }
  });

  it('have ids, priorities and requirements that there are', () => {
    const good = {
      vehicleId: UUID,
      driverId: UUID,
      priority: 'Urgent',
      requirements: ['notes', 'photo', 'notes'],
    } as const;
    expect(read(withDeliveries({ ...MINIMAL, ...good })).deliveries[0]).toMatchObject({
      ...good,
      requirements: ['photo', 'notes'],
    });
    const bad = { vehicleId: 'v', driverId: 'd', priority: 'low', requirements: ['stamp'], promisedAfterMinutes: 0 };
    expect(faults(withDeliveries({ ...MINIMAL, ...bad } as unknown as GivenDelivery))).toEqual([
      'deliveries[0].promisedAfterMinutes must be between 1 and 43200',
      'deliveries[0].priority must be one of Low, Normal, High, Urgent',
      'deliveries[0].requirements must be one of signature, photo, scan, code, notes',
      'deliveries[0].vehicleId must be a UUID',
      'deliveries[0].driverId must be a UUID',
    ]);
  });

  it('have phone numbers as drivers have', () => {
    const phone = (customerPhone: string) => faults(withDeliveries({ ...MINIMAL, customerPhone }));
    expect(phone('+55 (19) 3232-0001')).toEqual([]);
    expect(phone('1234567')).toEqual(['deliveries[0].customerPhone must have 8 to 15 digits']);
    expect(phone('1234567890123456')).toEqual(['deliveries[0].customerPhone must have 8 to 15 digits']);
    expect(phone('12345678 ext')).toEqual([
      'deliveries[0].customerPhone must consist of digits, spaces, +, -, ( and )',
    ]);
  });
});
