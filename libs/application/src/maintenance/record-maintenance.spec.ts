import { MaintenanceRecord } from '@fleet/domain/maintenance/maintenance-record';
import { addDays } from '@fleet/domain/shared/calendar';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { FixedClock, FixedId, NotedRepository, SingleTry } from '@fleet/tests/builders/fake-ports';
import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';
import { RecordMaintenance } from './record-maintenance';

function scene(vehicle = new VehicleBuilder().lastMaintainedAt(EARLIER).inMaintenance().build()) {
  const notes: string[] = [];
  const vehicles = new NotedRepository('vehicle', notes, [vehicle]);
  const recordMaintenance = new RecordMaintenance(
    new SingleTry(),
    vehicles as unknown as VehicleRepository,
    new NotedRepository<MaintenanceRecord>('record', notes),
    new FixedClock(),
    new FixedId('record-1'),
    {
      maintenanceIntervalDays: 30,
      maintenanceDaysThreshold: 3,
      assignmentBufferMinutes: 0,
      timeZone: 'UTC',
      scheduleAheadDays: 7,
    },
  );
  const command = { vehicleId: vehicle.id, date: NOW, description: ' Troca de óleo ', cost: 350.9 };
  return { recordMaintenance, command, notes, vehicle };
}

describe('RecordMaintenance', () => {
  it('gives the record as readers see it', async () => {
    const { recordMaintenance, command } = scene();
    expect(await recordMaintenance.execute(command)).toEqual({
      id: 'record-1',
      vehicleId: command.vehicleId,
      date: NOW.toISOString(),
      description: 'Troca de óleo',
      cost: 350.9,
      createdAt: NOW.toISOString(),
    });
  });

  it("brings the vehicle back from the workshop and moves its dates by the operator's interval", async () => {
    const { recordMaintenance, command, vehicle } = scene();
    await recordMaintenance.execute(command);
    expect(vehicle.snapshot()).toMatchObject({
      status: 'Available',
      lastMaintenanceDate: NOW,
      nextMaintenanceDate: addDays(NOW, 30),
      version: 2,
      updatedAt: NOW,
    });
  });

  it('locks the vehicle before the record, which refers to it', async () => {
    const { recordMaintenance, command, notes } = scene();
    await recordMaintenance.execute(command);
    expect(notes).toEqual(['find vehicle', 'update vehicle', 'add record']);
  });

  it('reads nothing for a record that is at fault, and writes nothing for a vehicle that is missing', async () => {
    const { recordMaintenance, command, notes } = scene();
    const faulty = { ...command, vehicleId: 'other', cost: -1, description: '', date: addDays(NOW, 1) };
    await expect(recordMaintenance.execute(faulty)).rejects.toThrow(InvalidFieldsError);
    expect(notes).toEqual([]);
    await expect(recordMaintenance.execute({ ...command, vehicleId: 'other' })).rejects.toThrow(VehicleNotFoundError);
    expect(notes).toEqual(['find vehicle']);
  });
});
