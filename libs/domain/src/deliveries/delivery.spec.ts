import { DeliveryBuilder, DETAILS } from '@fleet/tests/builders/delivery.builder';
import { faultsOf } from '@fleet/tests/builders/faults';
import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import { Delivery } from './delivery';
import { DeliveryDetails } from './delivery-details';
import { DeliveryNotPickedUpError } from './delivery.errors';

const SLOT = { id: 'r1', slotStart: EARLIER, slotEnd: NOW };
const NOBODY = { vehicleId: null, driverId: null };
const create = (details: Partial<DeliveryDetails> = {}) =>
  Delivery.create('d1', SLOT, { ...DETAILS, ...details }, NOBODY, NOW);
const ids = (count: number) => Array.from({ length: count }, (_, index) => `before-${index}`);

describe('creating a delivery', () => {
  it('makes one that has done nothing yet', () => {
    expect(create().snapshot()).toEqual({
      id: 'd1',
      routeId: 'r1',
      ...DETAILS,
      reference: null,
      ...NOBODY,
      priority: 'Normal',
      promisedBy: null,
      requirements: [],
      after: [],
      status: 'PickedUp',
      attempt: 1,
      slotStart: EARLIER,
      slotEnd: NOW,
      tripId: null,
      leftAt: null,
      reached: [],
      incidents: [],
      proof: null,
      earlierProofs: [],
      reason: null,
      notes: null,
      distance: null,
      delayMinutes: null,
      deliveredAt: null,
      lateMinutes: null,
      erasedAt: null,
      version: 1,
      createdAt: NOW,
      updatedAt: NOW,
    });
  });

  it('records DeliveryCreated with the full state', () => {
    const delivery = create({ reference: ' NF-1 ', promisedBy: NOW, priority: 'Urgent', after: ['d0'] });
    expect(delivery.events).toEqual([
      {
        stream: 'Delivery',
        streamId: 'd1',
        version: 1,
        type: 'DeliveryCreated',
        occurredAt: NOW,
        previous: null,
        payload: {
          ...DETAILS,
          reference: 'NF-1',
          priority: 'Urgent',
          promisedBy: NOW.toISOString(),
          requirements: [],
          after: ['d0'],
          ...NOBODY,
          routeId: 'r1',
          status: 'PickedUp',
          attempt: 1,
          slotStart: EARLIER.toISOString(),
          slotEnd: NOW.toISOString(),
        },
      },
    ]);
  });

  it('takes each requirement and each predecessor once, the requirements in the order that they all have', () => {
    const delivery = create({ requirements: ['notes', 'signature', 'notes'], after: ['b', 'a', 'b'] });
    expect(delivery.snapshot()).toMatchObject({ requirements: ['signature', 'notes'], after: ['b', 'a'] });
  });

  it.each<[Partial<DeliveryDetails>, string[]]>([
    [{ reference: 'x'.repeat(50) }, []],
    [{ reference: 'x'.repeat(51) }, ['reference must be at most 50 characters long']],
    [{ reference: '  ' }, []],
    [{ customerName: 'x'.repeat(100) }, []],
    [{ customerName: 'x'.repeat(101) }, ['customer.name must be at most 100 characters long']],
    [{ customerName: ' ' }, ['customer.name is required']],
    [{ customerPhone: '12345678' }, []],
    [{ customerPhone: '1234567' }, ['customer.phone must have 8 to 15 digits']],
    [{ customerPhone: '12345678 ext 9' }, ['customer.phone must consist of digits, spaces, +, -, ( and )']],
    [{ customerAddress: 'x'.repeat(255) }, []],
    [{ customerAddress: 'x'.repeat(256) }, ['customer.address must be at most 255 characters long']],
    [{ promisedBy: new Date('0001-01-01') }, []],
    [{ promisedBy: new Date('0000-12-31') }, ['promisedBy must be a date']],
    [{ promisedBy: new Date(NaN) }, ['promisedBy must be a date']],
    [{ after: ids(20) }, []],
    [{ after: [...ids(20), 'before-0'] }, []],
    [{ after: ids(21) }, ['after must be at most 20 deliveries']],
    [{ after: ['d1'] }, ['after must not name the delivery itself']],
    [
      { reference: 'x'.repeat(51), customerName: '', customerAddress: '' },
      ['reference must be at most 50 characters long', 'customer.name is required', 'customer.address is required'],
    ],
  ])('judges %j', (details, faults) => {
    expect(faultsOf(() => create(details))).toEqual(faults);
  });
});

describe('changing a delivery', () => {
  const before = { reference: 'NF-1', promisedBy: EARLIER, requirements: ['photo'], after: ['d0'] } as const;
  const delivery = () => new DeliveryBuilder().withId('d1').with(before).build();
  const same: DeliveryDetails = { ...DETAILS, ...before };

  it('records what differs, with what it was', () => {
    const changed = delivery();
    changed.changeDetails({ ...same, priority: 'High', promisedBy: NOW, after: [] }, NOW);
    expect(changed.events).toMatchObject([
      {
        type: 'DeliveryDetailsChanged',
        version: 2,
        payload: { priority: 'High', promisedBy: NOW.toISOString(), after: [] },
        previous: { priority: 'Normal', promisedBy: EARLIER.toISOString(), after: ['d0'] },
      },
    ]);
    expect(Object.keys(changed.events[0]!.payload).sort()).toEqual(['after', 'priority', 'promisedBy']);
    expect(changed.snapshot()).toMatchObject({ priority: 'High', promisedBy: NOW, after: [], reference: 'NF-1' });
  });

  it('does nothing when everything is as it was', () => {
    const unchanged = delivery();
    unchanged.changeDetails({ ...same, requirements: ['photo', 'photo'], customerName: ' Padaria Alves ' }, NOW);
    expect(unchanged.hasChanged).toBe(false);
  });

  it('takes what is left out for none', () => {
    const changed = delivery();
    changed.changeDetails(DETAILS, NOW);
    expect(changed.snapshot()).toMatchObject({ reference: null, promisedBy: null, requirements: [], after: [] });
  });

  it('gives a customer who was erased a name again', () => {
    const [created] = new DeliveryBuilder().withId('d1').create().events;
    const payload = { ...created!.payload, customerName: null, customerPhone: null, customerAddress: null };
    const erased = Delivery.replay('d1', [{ ...created!, payload }]);
    erased.changeDetails(DETAILS, NOW);
    expect(erased.events[0]!.payload).toEqual(DETAILS);
  });

  it('checks the fields before it looks where the delivery stands', () => {
    const gone = new DeliveryBuilder().in('InTransit').build();
    expect(faultsOf(() => gone.changeDetails({ ...same, customerName: '' }, NOW))).toEqual([
      'customer.name is required',
    ]);
  });

  it.each(['InTransit', 'OutForDelivery', 'Delivered', 'Failed', 'Cancelled'] as const)(
    'is over once it is %s',
    (status) => {
      const gone = new DeliveryBuilder().in(status).build();
      expect(() => gone.changeDetails(DETAILS, NOW)).toThrow(DeliveryNotPickedUpError);
      expect(() => gone.assign(NOBODY, NOW)).toThrow(DeliveryNotPickedUpError);
      expect(gone.hasChanged).toBe(false);
    },
  );
});

describe('assigning', () => {
  it('records both, and what they were', () => {
    const delivery = new DeliveryBuilder().assignedTo({ vehicleId: 'v1', driverId: null }).build();
    delivery.assign({ vehicleId: 'v1', driverId: 'p1' }, NOW);
    expect(delivery.events).toMatchObject([
      {
        type: 'DeliveryAssigned',
        payload: { vehicleId: 'v1', driverId: 'p1' },
        previous: { vehicleId: 'v1', driverId: null },
      },
    ]);
    expect(delivery.driverId).toBe('p1');
  });

  it('does nothing for the same crew', () => {
    const crew = { vehicleId: 'v1', driverId: 'p1' };
    const delivery = new DeliveryBuilder().assignedTo(crew).build();
    delivery.assign(crew, NOW);
    expect(delivery.hasChanged).toBe(false);
    delivery.assign({ ...crew, driverId: 'p2' }, NOW);
    expect(delivery.hasChanged).toBe(true);
  });
});
