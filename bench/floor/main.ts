import { SqliteDatabase } from '@fleet/infrastructure/shared/database/sqlite-driver';
import Fastify from 'fastify';
import { prepareSqlite } from '@fleet/infrastructure/shared/database/sqlite-pragmas';
import { answerReads, vehicleReads } from './reads';
import { registerVehicles } from './register-vehicle';
import { driveTrips } from './trips';

/**
 * The floor: the least that a server on Fastify and SQLite can do to give the product's answers. It checks nothing,
 * logs nothing and has no layers; what the product costs beyond it is the price of the product's promises.
 */
async function main(): Promise<void> {
  const { DATABASE_FILE, PORT } = process.env;
  const database = new SqliteDatabase(DATABASE_FILE, { fileMustExist: true });
  prepareSqlite(database);
  const server = Fastify();
  server.get('/ready', () => ({ status: 'ready' }));
  answerReads(server, vehicleReads(database));
  registerVehicles(server, database);
  driveTrips(server, database);
  await server.listen({ port: Number(PORT), host: '127.0.0.1' });
  process.once('SIGTERM', () => void server.close().then(() => database.close()));
}

void main();
