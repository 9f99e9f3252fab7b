import { SqliteConnection } from '@fleet/infrastructure/shared/database/sqlite-driver';
import type { FastifyInstance } from 'fastify';
import { v7 } from 'uuid';
import { addDays } from '@fleet/domain/shared/calendar';
import { searchWords } from '@fleet/domain/shared/search-words';
import { eventWriter, Occasion, occasion } from './events';

interface Registration {
  plate: string;
  model: string;
  year: number;
  mileage: number;
}

const MAINTENANCE_INTERVAL_DAYS = 90;

/** Writes what the product writes for a new vehicle: its row, its search terms and its event, in one transaction. */
export function registerVehicles(server: FastifyInstance, database: SqliteConnection): void {
  const insertVehicle = database.prepare(
    `INSERT INTO Vehicles (Id, Plate, Model, Year, Mileage, LastMaintenanceDate, NextMaintenanceDate, Status,
     Version, CreatedAt, UpdatedAt) VALUES (?, ?, ?, ?, ?, ?, ?, 'Available', 1, ?, ?)`,
  );
  const insertTerm = database.prepare('INSERT INTO VehicleTerms (Term, VehicleId) VALUES (?, ?)');
  const writeEvent = eventWriter(database);

  const register = database.transaction(({ plate, model, year, mileage }: Registration, on: Occasion) => {
    const id = v7();
    const { now } = on;
    const next = addDays(new Date(now), MAINTENANCE_INTERVAL_DAYS).toISOString();
    const fields = { plate, model, year, mileage };
    const dates = { lastMaintenanceDate: now, nextMaintenanceDate: next };
    insertVehicle.run(id, plate, model, year, mileage, now, next, now, now);
    for (const term of searchWords(plate, model)) insertTerm.run(term, id);
    writeEvent(on, 'Vehicle', id, 1, 'VehicleRegistered', { ...fields, status: 'Available', ...dates });
    return { id, ...fields, ...dates, status: 'Available', version: 1, createdAt: now, updatedAt: now };
  });

  server.post<{ Body: Registration }>('/api/vehicles', (request, reply) => {
    reply.code(201).send(register.immediate(request.body, occasion(request)));
  });
}
