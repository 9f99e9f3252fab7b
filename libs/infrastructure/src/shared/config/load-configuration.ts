import 'reflect-metadata';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { config as readDotEnv } from 'dotenv';
import { Configuration } from './configuration';
import { parseDatabaseUrl } from './database-url';
import { Environment } from './environment';

/** Every fault of the environment, so that an operator mends all of them at once. */
export class InvalidEnvironmentError extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`The environment is not valid:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'InvalidEnvironmentError';
  }
}

/** Reads `.env`, outside production. What the environment already says goes before it. */
export function readDotEnvFile(): void {
  if (process.env.NODE_ENV !== 'production') readDotEnv({ quiet: true });
}

/**
 * @param variables the process environment; values are trimmed, and a blank variable counts as missing
 * @throws InvalidEnvironmentError
 */
export function loadConfiguration(variables: NodeJS.ProcessEnv): Configuration {
  const given = Object.fromEntries(
    Object.entries(variables).flatMap(([name, value]) => (value?.trim() ? [[name, value.trim()]] : [])),
  );
  const environment = plainToInstance(Environment, given, { exposeDefaultValues: true });
  const faults = validateSync(environment).flatMap((error) => Object.values(error.constraints ?? {}));
  faults.push(...missing(environment));
  if (faults.length > 0) throw new InvalidEnvironmentError(faults);
  return new Configuration(environment);
}

/** What another variable makes necessary, or impossible. */
function missing(environment: Environment): string[] {
  const database = parseDatabaseUrl(environment.DATABASE_URL);
  const onServer = database?.engine === 'mssql';
  const keys = (['JWT_KEYS', 'ENCRYPTION_KEYS', 'BLIND_INDEX_KEY'] as const).filter((name) => !environment[name]);
  const faults = onServer ? keys.map((name) => `${name} must be given with SQL Server: run "npm run keys:new"`) : [];
  const { ADMIN_EMAIL, ADMIN_PASSWORD } = environment;
  if (ADMIN_EMAIL && !ADMIN_PASSWORD) faults.push('ADMIN_PASSWORD must be given with ADMIN_EMAIL');
  if (ADMIN_PASSWORD && !ADMIN_EMAIL) faults.push('ADMIN_EMAIL must be given with ADMIN_PASSWORD');
  if (database?.engine === 'sqlite' && database.file === ':memory:' && environment.WORKERS > 1) {
    faults.push('WORKERS must be 1 with a database in memory, which no other process sees');
  }
  const { PORT, METRICS_PORT } = environment;
  if (METRICS_PORT !== undefined && METRICS_PORT === PORT) faults.push('METRICS_PORT must be another one than PORT');
  return faults;
}
