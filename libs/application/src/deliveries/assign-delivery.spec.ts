import { AssignmentConflictError, DeliveryNotPickedUpError } from '@fleet/domain/deliveries/delivery.errors';
import { DriverInactiveError, DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { VehicleInMaintenanceError, VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { DeliveryBuilder } from '@fleet/tests/builders/delivery.builder';
import { deliveryScene } from '@fleet/tests/builders/delivery-scene';
import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';

const CREW = { vehicleId: 'v1', driverId: 'p1' };
const delivery = () => new DeliveryBuilder().withId('d1').onRoute('r1').unassigned();
const sceneOf = (builder: DeliveryBuilder, given = {}) => deliveryScene({ deliveries: [builder.build()], ...given });

describe('AssignDelivery', () => {
  it('takes the locks in the order of all: delivery, vehicle, driver', async () => {
    const { assign, notes } = sceneOf(delivery());
    expect(await assign.execute({ id: 'd1', ...CREW })).toMatchObject({ ...CREW, version: 2 });
    expect(notes.filter((note) => !note.startsWith('find'))).toEqual([
      'want v1 p1',
      'lock delivery',
      'lock vehicle',
      'lock driver',
      'update delivery',
    ]);
  });

  it('leaves what is left out as it is, and looks at it again', async () => {
    const { assign, notes } = sceneOf(delivery().assignedTo({ vehicleId: 'v1' }));
    expect(await assign.execute({ id: 'd1', driverId: 'p1', vehicleId: null })).toMatchObject(CREW);
    expect(notes).toEqual(expect.arrayContaining(['want - p1', 'lock vehicle', 'lock driver']));
  });

  it('writes nothing for the same crew', async () => {
    const { assign, notes } = sceneOf(delivery().assignedTo(CREW));
    expect(await assign.execute({ id: 'd1', ...CREW })).toMatchObject({ version: 1 });
    expect(notes).toContain('leave delivery');
  });

  it.each([
    ['nobody at all', {}, {}, delivery(), InvalidFieldsError],
    ['no such vehicle', { vehicleId: 'v2' }, {}, delivery(), VehicleNotFoundError],
    ['no such driver', { driverId: 'p2' }, {}, delivery(), DriverNotFoundError],
    ['a vehicle in the workshop', CREW, { vehicle: new VehicleBuilder().inMaintenance() }, delivery(), VehicleInMaintenanceError], // prettier-ignore
    ['a driver who is inactive', CREW, { driver: new DriverBuilder().inactive() }, delivery(), DriverInactiveError],
    ['a delivery that has left', CREW, {}, delivery().assignedTo(CREW).inTransit(), DeliveryNotPickedUpError],
    ['a delivery that is over', CREW, {}, delivery().cancelled(), DeliveryNotPickedUpError],
  ] as const)('refuses %s', async (_, crew, given, builder, error) => {
    const { assign, notes } = sceneOf(builder, given);
    await expect(assign.execute({ id: 'd1', ...crew })).rejects.toThrow(error);
    expect(notes).not.toContain('update delivery');
  });

  it('names both fields where neither is given', async () => {
    const refused = sceneOf(delivery()).assign.execute({ id: 'd1' });
    await expect(refused).rejects.toMatchObject({ faults: [{ field: 'vehicleId' }, { field: 'driverId' }] });
  });

  it('refuses whoever is held elsewhere', async () => {
    const { assign, deliveries } = sceneOf(delivery());
    deliveries.conflicts = [{ resourceId: 'p1' } as never];
    await expect(assign.execute({ id: 'd1', ...CREW })).rejects.toThrow(AssignmentConflictError);
  });

  it('looks first, when others came first, and holds nobody where it finds that they have taken the crew', async () => {
    const { assign, deliveries, notes } = sceneOf(delivery(), { othersCameFirst: true });
    deliveries.conflicts = [{ resourceId: 'p1' } as never];
    await expect(assign.execute({ id: 'd1', ...CREW })).rejects.toThrow(AssignmentConflictError);
    expect(notes.filter((note) => note.startsWith('lock'))).toEqual([]);
    deliveries.conflicts = [];
    expect(await assign.execute({ id: 'd1', ...CREW })).toMatchObject({ ...CREW, version: 2 });
    expect(notes).toEqual(expect.arrayContaining(['lock delivery', 'lock vehicle', 'lock driver']));
  });
});
