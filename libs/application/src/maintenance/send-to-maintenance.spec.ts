import { VersionMismatchError } from '@fleet/application/shared/application-error';
import { VehicleNotAvailableError, VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { FixedClock, NotedRepository, SingleTry } from '@fleet/tests/builders/fake-ports';
import { NOW } from '@fleet/tests/builders/moments';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';
import { SendToMaintenance } from './send-to-maintenance';

function scene(builder = new VehicleBuilder()) {
  const vehicle = builder.build();
  const notes: string[] = [];
  const vehicles = new NotedRepository('vehicle', notes, [vehicle]) as unknown as VehicleRepository;
  const sendToMaintenance = new SendToMaintenance(new SingleTry(), vehicles, new FixedClock());
  return { sendToMaintenance, vehicleId: vehicle.id, notes };
}

describe('SendToMaintenance', () => {
  it('gives the vehicle in the workshop as readers see it', async () => {
    const { sendToMaintenance, vehicleId, notes } = scene();
    expect(await sendToMaintenance.execute({ vehicleId, expectedVersion: [1] })).toMatchObject({
      id: vehicleId,
      status: 'InMaintenance',
      version: 2,
      updatedAt: NOW.toISOString(),
    });
    expect(notes).toEqual(['find vehicle', 'update vehicle']);
  });

  it('looks at the id first, at the version next and at the rule last', async () => {
    const { sendToMaintenance, vehicleId, notes } = scene(new VehicleBuilder().inUse());
    await expect(sendToMaintenance.execute({ vehicleId: 'other', expectedVersion: [2] })).rejects.toThrow(
      VehicleNotFoundError,
    );
    await expect(sendToMaintenance.execute({ vehicleId, expectedVersion: [2] })).rejects.toThrow(VersionMismatchError);
    await expect(sendToMaintenance.execute({ vehicleId, expectedVersion: [1] })).rejects.toThrow(
      VehicleNotAvailableError,
    );
    expect(notes).not.toContain('update vehicle');
  });
});
