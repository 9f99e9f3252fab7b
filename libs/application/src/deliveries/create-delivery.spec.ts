import { AssignmentConflictError, DependencyCycleError } from '@fleet/domain/deliveries/delivery.errors';
import { RouteNotActiveError, RouteNotFoundError } from '@fleet/domain/routes/route.errors';
import { DriverInactiveError, DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { VehicleInMaintenanceError, VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { DeliveryBuilder, DETAILS } from '@fleet/tests/builders/delivery.builder';
import { deliveryScene } from '@fleet/tests/builders/delivery-scene';
import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { hoursIn, RouteBuilder } from '@fleet/tests/builders/route.builder';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';

const COMMAND = { ...DETAILS, routeId: 'r1' };
const CREW = { vehicleId: 'v1', driverId: 'p1' };
const CONFLICT = {
  resource: 'Vehicle',
  resourceId: 'v1',
  deliveryId: 'd2',
  reference: null,
  slotStart: 'a',
  slotEnd: 'b',
} as const;

describe('CreateDelivery', () => {
  it('holds whoever is assigned for the time of the route and the buffer', async () => {
    const view = await deliveryScene().create.execute({ ...COMMAND, ...CREW });
    const slot = { slotStart: hoursIn(0).toISOString(), slotEnd: hoursIn(3.25).toISOString() };
    expect(view).toMatchObject({ id: 'd-new', ...CREW, ...slot, status: 'PickedUp', version: 1 });
  });

  it('takes the locks in the order of all: route, vehicle, driver, and nobody else before the first of them', async () => {
    const { create, notes } = deliveryScene();
    await create.execute({ ...COMMAND, ...CREW });
    expect(notes.filter((note) => !note.startsWith('find'))).toEqual([
      'want v1 p1',
      'lock route',
      'lock vehicle',
      'lock driver',
      'add delivery',
    ]);
  });

  it('needs nobody', async () => {
    const { create, notes } = deliveryScene();
    expect(await create.execute(COMMAND)).toMatchObject({ vehicleId: null, driverId: null });
    expect(notes).toEqual(['want - -', 'lock route', 'find route', 'add delivery']);
  });

  it.each([
    ['no such route', { routeId: 'r2' }, {}, RouteNotFoundError],
    ['a route in planning', {}, { route: new RouteBuilder().withId('r1').build() }, RouteNotActiveError],
    ['a route that is over', {}, { route: new RouteBuilder().withId('r1').completed().build() }, RouteNotActiveError],
    ['details that cannot be', { customerName: '' }, {}, InvalidFieldsError],
    ['a predecessor that there is not', { after: ['d2'] }, {}, InvalidFieldsError],
    ['no such vehicle', { vehicleId: 'v2' }, {}, VehicleNotFoundError],
    ['no such driver', { driverId: 'p2' }, {}, DriverNotFoundError],
    ['a vehicle in the workshop', CREW, { vehicle: new VehicleBuilder().inMaintenance() }, VehicleInMaintenanceError],
    ['a driver who is inactive', CREW, { driver: new DriverBuilder().inactive() }, DriverInactiveError],
  ])('refuses %s', async (_, command, given, error) => {
    const { create, notes } = deliveryScene(given);
    await expect(create.execute({ ...COMMAND, ...command })).rejects.toThrow(error);
    expect(notes).not.toContain('add delivery');
  });

  it('takes a crew that is on a trip of now for later', async () => {
    const given = { vehicle: new VehicleBuilder().inUse(), driver: new DriverBuilder().onTrip() };
    expect(await deliveryScene(given).create.execute({ ...COMMAND, ...CREW })).toMatchObject(CREW);
  });

  it('says who holds the crew', async () => {
    const { create, deliveries } = deliveryScene();
    deliveries.conflicts = [CONFLICT];
    const refused = create.execute({ ...COMMAND, ...CREW });
    await expect(refused).rejects.toThrow(AssignmentConflictError);
    await expect(refused).rejects.toMatchObject({ details: { conflicts: [CONFLICT] } });
  });

  it('looks first, when others came first, and holds nobody where it finds that they have taken the crew', async () => {
    const { create, deliveries, notes } = deliveryScene({ othersCameFirst: true });
    deliveries.conflicts = [CONFLICT];
    await expect(create.execute({ ...COMMAND, ...CREW })).rejects.toThrow(AssignmentConflictError);
    expect(notes.filter((note) => note.startsWith('lock'))).toEqual([]);
    deliveries.conflicts = [];
    expect(await create.execute({ ...COMMAND, ...CREW })).toMatchObject({ ...CREW, version: 1 });
    expect(notes).toEqual(expect.arrayContaining(['lock route', 'lock vehicle', 'lock driver']));
  });
});

describe('ChangeDelivery', () => {
  const chain = () => [
    new DeliveryBuilder().withId('a').build(),
    new DeliveryBuilder()
      .withId('b')
      .with({ after: ['a'] })
      .build(),
    new DeliveryBuilder()
      .withId('c')
      .with({ after: ['b', 'a'] })
      .build(),
  ];

  it.each([
    ['a', ['b']],
    ['a', ['c']],
    ['b', ['a', 'c']],
  ])('lets %s not wait for %j, which wait for it already', async (id, after) => {
    const { change, notes } = deliveryScene({ deliveries: chain() });
    await expect(change.execute({ id, ...DETAILS, after })).rejects.toThrow(DependencyCycleError);
    expect(notes).not.toContain('update delivery');
  });

  it('looks behind what it waits for after it has the links to itself, at each of them once', async () => {
    const { change, notes } = deliveryScene({ deliveries: [...chain(), new DeliveryBuilder().withId('d').build()] });
    expect(await change.execute({ id: 'd', ...DETAILS, after: ['c', 'b'] })).toMatchObject({ after: ['c', 'b'] });
    expect(notes).toEqual(['lock delivery', 'lock links', 'look behind c b', 'look behind a', 'update delivery']);
  });

  it('does not look where nobody new is waited for', async () => {
    const { change, notes } = deliveryScene({ deliveries: chain() });
    await change.execute({ id: 'c', ...DETAILS, priority: 'High', after: ['a'] });
    expect(notes).toEqual(['lock delivery', 'update delivery']);
  });

  it('refuses a predecessor that there is not', async () => {
    const { change } = deliveryScene({ deliveries: chain() });
    const refused = change.execute({ id: 'a', ...DETAILS, after: ['x'] });
    await expect(refused).rejects.toMatchObject({
      faults: [{ field: 'after', message: 'names x, which is no delivery' }],
    });
  });
});
