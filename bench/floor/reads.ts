import { createHash } from 'node:crypto';
import { SqliteConnection } from '@fleet/infrastructure/shared/database/sqlite-driver';
import type { FastifyInstance } from 'fastify';

interface Row {
  readonly id: string;
  readonly plate: string;
}

const SELECT = `SELECT Id AS id, Plate AS plate, Model AS model, Year AS year, Mileage AS mileage,
  LastMaintenanceDate AS lastMaintenanceDate, NextMaintenanceDate AS nextMaintenanceDate, Status AS status,
  Version AS version, CreatedAt AS createdAt, UpdatedAt AS updatedAt FROM Vehicles`;

/** What is asked of the database, once for whoever answers with it. */
export interface VehicleReads {
  one(id: string): Row | undefined;
  list(limit: number, status?: string): Page;
  available(limit: number): Page;
}

export function vehicleReads(database: SqliteConnection): VehicleReads {
  const one = database.prepare<[string], Row>(`${SELECT} WHERE Id = ?`);
  const all = database.prepare<[number], Row>(`${SELECT} ORDER BY Plate, Id LIMIT ?`);
  const withStatus = database.prepare<[string, number], Row>(`${SELECT} WHERE Status = ? ORDER BY Plate, Id LIMIT ?`);
  const allScope = scope('vehicles', {});
  const availableScope = scope('available vehicles', null);
  return {
    one: (id) => one.get(id),
    list: (limit, status) =>
      status === undefined
        ? page(all.all(limit + 1), limit, allScope)
        : page(withStatus.all(status, limit + 1), limit, scope('vehicles', { status })),
    available: (limit) => page(withStatus.all('Available', limit + 1), limit, availableScope),
  };
}

export function answerReads(server: FastifyInstance, reads: VehicleReads): void {
  server.get<Id>('/api/vehicles/:id', ({ params }, reply) => {
    reply.send(reads.one(params.id));
  });
  server.get<List>('/api/vehicles', ({ query }, reply) => {
    reply.send(reads.list(Number(query.limit), query.status));
  });
  server.get<List>('/api/vehicles/available', ({ query }, reply) => {
    reply.send(reads.available(Number(query.limit)));
  });
  // The least of all: the same bytes without a database.
  const bytes = JSON.stringify(reads.available(50));
  server.get('/memory', (_request, reply) => {
    reply.header('content-type', 'application/json; charset=utf-8').send(bytes);
  });
}

interface Id {
  Params: { id: string };
}

interface List {
  Querystring: { limit: string; status?: string };
}

interface Page {
  readonly items: readonly Row[];
  readonly nextCursor: string | null;
}

function page(rows: Row[], limit: number, cursorScope: string): Page {
  if (rows.length <= limit) return { items: rows, nextCursor: null };
  const last = rows[limit - 1]!;
  const cursor = JSON.stringify([cursorScope, last.plate, last.id]);
  return { items: rows.slice(0, limit), nextCursor: Buffer.from(cursor).toString('base64url') };
}

const SCOPES = new Map<string, string>();

/** What the product's cursors are bound to: one value for each list, so it is computed once. */
function scope(list: string, filter: { status?: string } | null): string {
  const text = JSON.stringify([list, 'Plate', false, filter]);
  let known = SCOPES.get(text);
  if (known === undefined) {
    known = createHash('sha256').update(text).digest('base64url').slice(0, 11);
    SCOPES.set(text, known);
  }
  return known;
}
