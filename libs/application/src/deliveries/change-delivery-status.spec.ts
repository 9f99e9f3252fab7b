import { VersionMismatchError } from '@fleet/application/shared/application-error';
import {
  DeliveryNotFoundError,
  DependencyNotMetError,
  InvalidDeliveryTransitionError,
} from '@fleet/domain/deliveries/delivery.errors';
import { DriverNotAvailableError } from '@fleet/domain/drivers/driver.errors';
import { CheckpointNotFoundError, RouteNotActiveError } from '@fleet/domain/routes/route.errors';
import { VehicleNotAvailableError } from '@fleet/domain/vehicles/vehicle.errors';
import { DeliveryBuilder, PROOF } from '@fleet/tests/builders/delivery.builder';
import { deliveryScene } from '@fleet/tests/builders/delivery-scene';
import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { NOW } from '@fleet/tests/builders/moments';
import { RouteBuilder } from '@fleet/tests/builders/route.builder';
import { TripBuilder } from '@fleet/tests/builders/trip.builder';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';

const delivery = () =>
  new DeliveryBuilder().withId('d1').onRoute('r1').assignedTo({ vehicleId: 'v1', driverId: 'p1' }).drivingOn('t1');

/** One on the road, whose trip runs. */
function onRoad(builder: DeliveryBuilder) {
  return deliveryScene({
    deliveries: [builder.build()],
    trips: [new TripBuilder().withId('t1').ofVehicle('v1').ofDriver('p1').ofDelivery('d1').build()],
    vehicle: new VehicleBuilder().inUse().withMileage(100),
    driver: new DriverBuilder().onTrip(),
  });
}

describe('going into transit', () => {
  it('starts a trip, in the order of locks: delivery, trip, vehicle, driver', async () => {
    const { status, notes, vehicle, driver } = deliveryScene({ deliveries: [delivery().build()] });
    expect(await status.execute({ id: 'd1', status: 'InTransit' })).toMatchObject({ tripId: 't1', version: 2 });
    expect(notes.filter((note) => !note.startsWith('find'))).toEqual([
      'lock delivery',
      'add trip',
      'update vehicle',
      'update driver',
      'update delivery',
    ]);
    expect([vehicle.snapshot().status, driver.snapshot().available]).toEqual(['InUse', false]);
  });

  it.each([
    ['on another trip', { vehicle: new VehicleBuilder().inUse() }, VehicleNotAvailableError],
    ['in the workshop', { vehicle: new VehicleBuilder().inMaintenance() }, VehicleNotAvailableError],
    ['with another vehicle', { driver: new DriverBuilder().onTrip() }, DriverNotAvailableError],
    ['inactive', { driver: new DriverBuilder().inactive() }, DriverNotAvailableError],
    ['on a route that is over', { route: new RouteBuilder().withId('r1').completed().build() }, RouteNotActiveError],
  ])('is refused to a crew that is %s', async (_, given, error) => {
    const { status, notes } = deliveryScene({ deliveries: [delivery().build()], ...given });
    await expect(status.execute({ id: 'd1', status: 'InTransit' })).rejects.toThrow(error);
    expect(notes).not.toContain('update delivery');
  });

  it('waits for those that are not delivered, and for no others', async () => {
    const others = [
      new DeliveryBuilder().withId('done').delivered().build(),
      new DeliveryBuilder().withId('lost').cancelled().build(),
    ];
    const waiting = delivery()
      .with({ after: ['done', 'lost'] })
      .build();
    const { status } = deliveryScene({ deliveries: [...others, waiting] });
    const refused = status.execute({ id: 'd1', status: 'InTransit' });
    await expect(refused).rejects.toThrow(DependencyNotMetError);
    await expect(refused).rejects.toMatchObject({ details: { waitingFor: ['lost'] } });
  });
});

describe('the end of an attempt', () => {
  it.each([
    [
      'Delivered',
      () =>
        delivery()
          .outForDelivery()
          .then((one) => one.captureProof(PROOF, NOW)),
      {},
    ],
    ['Failed', () => delivery().inTransit(), { reason: 'Refused' }],
    ['Failed', () => delivery().outForDelivery(), { reason: 'Refused' }],
    ['Cancelled', () => delivery().inTransit(), { reason: 'Other' }],
  ] as const)('%s ends its trip with the distance', async (wanted, builder, ending) => {
    const { status, vehicle, driver, notes } = onRoad(builder());
    await status.execute({ id: 'd1', status: wanted, distance: 7, ...ending });
    expect(vehicle.snapshot()).toMatchObject({ status: 'Available', mileage: 107 });
    expect(driver.snapshot()).toMatchObject({ available: true });
    const writes = ['update trip', 'update vehicle', 'update driver', 'update delivery'];
    expect(notes.filter((note) => !note.startsWith('find'))).toEqual(['lock delivery', ...writes]);
  });

  it.each([
    ['Failed', 'Refused'],
    ['Cancelled', 'Other'],
  ] as const)('%s before it left ends none', async (wanted, reason) => {
    const { status, notes } = deliveryScene({ deliveries: [delivery().build()] });
    expect(await status.execute({ id: 'd1', status: wanted, reason, distance: 7 })).toMatchObject({ distance: 0 });
    expect(notes).toEqual(['lock delivery', 'update delivery']);
  });
});

describe('retrying', () => {
  const failed = () => delivery().failed().build();

  it('holds the route before the delivery, so that it does not end meanwhile', async () => {
    const { status, notes } = deliveryScene({ deliveries: [failed()] });
    expect(await status.execute({ id: 'd1', status: 'PickedUp' })).toMatchObject({ attempt: 2, driverId: null });
    expect(notes).toEqual(['lock route', 'lock delivery', 'find route', 'update delivery']);
  });

  it('needs an active route', async () => {
    const route = new RouteBuilder().withId('r1').completed().build();
    const { status, notes } = deliveryScene({ deliveries: [failed()], route });
    await expect(status.execute({ id: 'd1', status: 'PickedUp' })).rejects.toThrow(RouteNotActiveError);
    expect(notes).not.toContain('update delivery');
  });

  it('asks for the step before it asks for the route', async () => {
    const route = new RouteBuilder().withId('r1').completed().build();
    const { status } = deliveryScene({ deliveries: [delivery().cancelled().build()], route });
    await expect(status.execute({ id: 'd1', status: 'PickedUp' })).rejects.toThrow(InvalidDeliveryTransitionError);
  });
});

describe.each(['InTransit', 'PickedUp', 'Cancelled'] as const)('a change of status to %s', (wanted) => {
  const deliveries = () => [wanted === 'PickedUp' ? delivery().failed().build() : delivery().build()];

  it.each([
    ['no delivery', { id: 'd2', expectedVersion: [9] }, DeliveryNotFoundError],
    ["another driver's, as if there were none", { limitedTo: 'p2', expectedVersion: [9] }, DeliveryNotFoundError],
    ['another version', { limitedTo: 'p1', expectedVersion: [9] }, VersionMismatchError],
  ])('is refused for %s', async (_, command, error) => {
    const { status, notes } = deliveryScene({ deliveries: deliveries() });
    await expect(status.execute({ id: 'd1', status: wanted, reason: 'Other', ...command })).rejects.toThrow(error);
    expect(notes).not.toContain('update delivery');
  });

  it('is for the driver whose delivery it is', async () => {
    const { status } = deliveryScene({ deliveries: deliveries() });
    const command = { id: 'd1', status: wanted, reason: 'Other', limitedTo: 'p1' };
    expect(await status.execute(command)).toMatchObject({ status: wanted });
  });
});

it("a delivery that is nobody's is no driver's", async () => {
  const { status } = deliveryScene({ deliveries: [delivery().unassigned().build()] });
  const refused = status.execute({ id: 'd1', status: 'Cancelled', reason: 'Other', limitedTo: 'p1' });
  await expect(refused).rejects.toThrow(DeliveryNotFoundError);
});

describe('reaching a checkpoint', () => {
  const passing = () => deliveryScene({ deliveries: [delivery().inTransit().build()] });

  it('is now, unless it says otherwise', async () => {
    const view = await passing().reach.execute({ id: 'd1', sequence: 2 });
    expect(view.checkpoints).toMatchObject([{ sequence: 2, reachedAt: NOW.toISOString() }]);
  });

  it.each([0, 4, 1.5])('is refused for the checkpoint %s, which the route does not have', async (sequence) => {
    await expect(passing().reach.execute({ id: 'd1', sequence })).rejects.toThrow(CheckpointNotFoundError);
  });
});
