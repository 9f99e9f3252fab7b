import { searchWords } from '@fleet/domain/shared/search-words';
import { UserSeals } from '@fleet/infrastructure/identity/user-seals';
import { ScheduleSeals } from '@fleet/infrastructure/schedules/schedule-seals';
import { BlindIndex } from '@fleet/infrastructure/shared/secrets/blind-index';
import { SecretBox } from '@fleet/infrastructure/shared/secrets/secret-box';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';
import { SqliteConnection } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { fleetDriver, uuid } from '../database/fleet-data';
import { Inserter, inserter } from '../database/inserter';
import { Size } from './sizes';

const USER_COLUMNS = [
  'Id', 'Email', 'EmailKey', 'Name', 'Role', 'DriverId', 'Active', 'PasswordHash', 'Version', 'CreatedAt', 'UpdatedAt',
]; // prettier-ignore
const API_KEY_COLUMNS = [
  'Id', 'Name', 'Prefix', 'KeyHash', 'Scopes', 'CreatedBy', 'Version', 'CreatedAt', 'UpdatedAt',
]; // prettier-ignore
const SCHEDULE_COLUMNS = [
  'Id', 'Name', 'RecurrenceRule', 'TimeZone', 'StartsAt', 'Template', 'Active', 'CreatedUntil', 'Version', 'CreatedAt',
  'UpdatedAt',
]; // prettier-ignore

const FIRST = Date.parse('2025-06-01T00:00:00.000Z');
const BETWEEN_MS = 60_000;

/** Users, API keys, schedules, and the words that routes and schedules are found by. */
export function seedOthers(database: SqliteConnection, keys: SecretKeys, { others }: Size): void {
  seedUsers(database, keys, others);
  seedApiKeys(database, others);
  seedSchedules(database, keys, others);
  database.exec(`UPDATE Routes SET Status = 'Completed', EndedAt = ScheduledEnd
    WHERE Id NOT IN (SELECT RouteId FROM Deliveries WHERE Status <> 'Delivered')`);
  const routes = database.prepare<[], { Id: string; Name: string }>('SELECT Id, Name FROM Routes').all();
  addTerms(inserter(database, 'RouteTerms', ['Term', 'RouteId']), routes);
}

/** Every fourth has left. */
function seedUsers(database: SqliteConnection, keys: SecretKeys, count: number): void {
  const seals = new UserSeals(new SecretBox(keys), new BlindIndex(keys));
  const users = inserter(database, 'Users', USER_COLUMNS);
  for (let index = 0; index < count; index++) {
    const [at, id] = [instant(index), idOf(index, 'f')];
    const email = userEmail(index);
    const sealed = [seals.seal(id, 'email', email), seals.emailKey(email), seals.seal(id, 'name', `User ${index}`)];
    const role = index % 10 === 0 ? 'Manager' : 'Driver';
    const driverId = role === 'Driver' ? fleetDriver(index).id : null;
    users.add([id, ...sealed, role, driverId, index % 4 === 3 ? 0 : 1, 'none', 1, at, at]);
  }
  users.flush();
}

export function userEmail(index: number): string {
  return `user-${index}@fleet.example`;
}

function seedApiKeys(database: SqliteConnection, count: number): void {
  const apiKeys = inserter(database, 'ApiKeys', API_KEY_COLUMNS);
  for (let index = 0; index < count; index++) {
    const at = instant(index);
    apiKeys.add([idOf(index, 'e'), `Key ${index}`, 'fk_bench', `hash ${index}`, '[]', idOf(0, 'f'), 1, at, at]);
  }
  apiKeys.flush();
}

function seedSchedules(database: SqliteConnection, keys: SecretKeys, count: number): void {
  const seals = new ScheduleSeals(new SecretBox(keys));
  const schedules = inserter(database, 'Schedules', SCHEDULE_COLUMNS);
  const rows = Array.from({ length: count }, (_, index) => ({ Id: idOf(index, '9'), Name: `Ronda ${index}` }));
  const route = { name: 'Ronda', origin: 'Centro', destination: 'Barão Geraldo', checkpoints: [] };
  for (const [index, { Id, Name }] of rows.entries()) {
    const at = instant(index);
    const template = seals.sealTemplate(Id, { route, deliveries: [] });
    const rule = ['FREQ=DAILY', 'America/Sao_Paulo', '2030-01-01T08:00'];
    schedules.add([Id, Name, ...rule, template, index % 4 === 3 ? 0 : 1, '2100-01-01T00:00:00.000Z', 1, at, at]);
  }
  schedules.flush();
  addTerms(inserter(database, 'ScheduleTerms', ['Term', 'ScheduleId']), rows);
}

function addTerms(terms: Inserter, rows: readonly { Id: string; Name: string }[]): void {
  for (const { Id, Name } of rows) for (const word of searchWords(Name)) terms.add([word, Id]);
  terms.flush();
}

const instant = (index: number) => new Date(FIRST + index * BETWEEN_MS).toISOString();
const idOf = (index: number, kind: string) => uuid(new Date(FIRST + index * BETWEEN_MS), index, kind);
