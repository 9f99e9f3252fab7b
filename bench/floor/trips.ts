import { SqliteConnection } from '@fleet/infrastructure/shared/database/sqlite-driver';
import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { EventWriter, eventWriter, Occasion, occasion } from './events';

interface Start {
  vehicleId: string;
  driverId: string;
  route: string;
}

interface TripRow extends Start {
  readonly startDate: string;
  readonly version: number;
}

interface VehicleRow {
  readonly mileage: number;
  readonly version: number;
}

/** Writes what the product writes for a trip: trip, vehicle, driver and an event of each, in one transaction. */
export function driveTrips(server: FastifyInstance, database: SqliteConnection): void {
  const writeEvent = eventWriter(database);
  const start = startTrips(database, writeEvent);
  const end = endTrips(database, writeEvent);
  server.post<{ Body: Start }>('/api/trips/start', (request, reply) => {
    reply.code(201).send(start.immediate(request.body, occasion(request)));
  });
  server.post<{ Params: { id: string }; Body: { distance: number } }>('/api/trips/end/:id', (request, reply) => {
    reply.send(end.immediate(request.params.id, request.body.distance, occasion(request)));
  });
}

function startTrips(database: SqliteConnection, writeEvent: EventWriter) {
  const findVehicle = database.prepare<[string], VehicleRow>(
    `SELECT Mileage AS mileage, Version AS version FROM Vehicles WHERE Id = ? AND Status = 'Available'`,
  );
  const findDriver = database
    .prepare<[string], number>('SELECT Version FROM Drivers WHERE Id = ? AND Available = 1')
    .pluck();
  const insertTrip = database.prepare(
    `INSERT INTO Trips (Id, VehicleId, DriverId, Route, StartDate, Distance, Version, CreatedAt, UpdatedAt)
     VALUES (?, ?, ?, ?, ?, 0, 1, ?, ?)`,
  );
  const useVehicle = database.prepare(`UPDATE Vehicles SET Status = 'InUse', Version = ?, UpdatedAt = ? WHERE Id = ?`);
  const useDriver = database.prepare('UPDATE Drivers SET Available = 0, Version = ?, UpdatedAt = ? WHERE Id = ?');

  return database.transaction(({ vehicleId, driverId, route }: Start, on: Occasion) => {
    const { now } = on;
    const id = v7();
    const vehicleVersion = findVehicle.get(vehicleId)!.version + 1;
    const driverVersion = findDriver.get(driverId)! + 1;
    const fields = { vehicleId, driverId, route, deliveryId: null, endDate: null, distance: 0 };
    insertTrip.run(id, vehicleId, driverId, route, now, now, now);
    writeEvent(on, 'Trip', id, 1, 'TripStarted', { ...fields, startDate: now });
    useVehicle.run(vehicleVersion, now, vehicleId);
    const taken = { tripId: id, status: 'InUse' };
    writeEvent(on, 'Vehicle', vehicleId, vehicleVersion, 'VehicleTripStarted', taken, { status: 'Available' });
    useDriver.run(driverVersion, now, driverId);
    const gone = { tripId: id, available: false };
    writeEvent(on, 'Driver', driverId, driverVersion, 'DriverTripStarted', gone, { available: true });
    return { id, vehicleId, driverId, route, startDate: now, endDate: null, distance: 0, version: 1 };
  });
}

function endTrips(database: SqliteConnection, writeEvent: EventWriter) {
  const findTrip = database.prepare<[string], TripRow>(
    `SELECT VehicleId AS vehicleId, DriverId AS driverId, Route AS route, StartDate AS startDate, Version AS version
     FROM Trips WHERE Id = ? AND EndDate IS NULL`,
  );
  const findVehicle = database.prepare<[string], VehicleRow>(
    'SELECT Mileage AS mileage, Version AS version FROM Vehicles WHERE Id = ?',
  );
  const findDriver = database.prepare<[string], number>('SELECT Version FROM Drivers WHERE Id = ?').pluck();
  const endTrip = database.prepare(
    'UPDATE Trips SET EndDate = ?, Distance = ?, Version = ?, UpdatedAt = ? WHERE Id = ?',
  );
  const freeVehicle = database.prepare(
    `UPDATE Vehicles SET Status = 'Available', Mileage = ?, Version = ?, UpdatedAt = ? WHERE Id = ?`,
  );
  const freeDriver = database.prepare('UPDATE Drivers SET Available = 1, Version = ?, UpdatedAt = ? WHERE Id = ?');

  return database.transaction((id: string, distance: number, on: Occasion) => {
    const { now } = on;
    const { vehicleId, driverId, route, startDate, version } = findTrip.get(id)!;
    endTrip.run(now, distance, version + 1, now, id);
    writeEvent(on, 'Trip', id, version + 1, 'TripEnded', { endDate: now, distance }, { endDate: null, distance: 0 });
    const vehicle = findVehicle.get(vehicleId)!;
    const mileage = vehicle.mileage + distance;
    const change = { tripId: id, status: 'Available', mileage };
    const before = { status: 'InUse', mileage: vehicle.mileage };
    freeVehicle.run(mileage, vehicle.version + 1, now, vehicleId);
    writeEvent(on, 'Vehicle', vehicleId, vehicle.version + 1, 'VehicleTripEnded', change, before);
    const driverVersion = findDriver.get(driverId)! + 1;
    freeDriver.run(driverVersion, now, driverId);
    const back = { tripId: id, available: true };
    writeEvent(on, 'Driver', driverId, driverVersion, 'DriverTripEnded', back, { available: false });
    return { id, vehicleId, driverId, route, startDate, endDate: now, distance, version: version + 1 };
  });
}
