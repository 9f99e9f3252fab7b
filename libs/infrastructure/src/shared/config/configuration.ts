import { Settings } from '@fleet/application/shared/settings';
import { DatabaseAddress, parseDatabaseUrl } from './database-url';
import { Environment } from './environment';

/** The settings of one process, read once. */
export class Configuration implements Settings {
  readonly database: DatabaseAddress;
  /** Where queries read from when that is another server; else null. */
  readonly readDatabase: DatabaseAddress | null;
  readonly migrateAtStart: boolean;
  readonly corsOrigins: readonly string[];

  constructor(readonly environment: Environment) {
    this.database = parseDatabaseUrl(environment.DATABASE_URL)!;
    this.readDatabase = environment.DATABASE_READ_URL ? parseDatabaseUrl(environment.DATABASE_READ_URL) : null;
    this.migrateAtStart = environment.DATABASE_MIGRATE ?? this.database.engine === 'sqlite';
    this.corsOrigins = environment.CORS_ORIGINS?.split(',').map((origin) => origin.trim()) ?? [];
  }

  get maintenanceDaysThreshold(): number {
    return this.environment.MAINTENANCE_DAYS_THRESHOLD;
  }

  get maintenanceIntervalDays(): number {
    return this.environment.MAINTENANCE_INTERVAL_DAYS;
  }

  get assignmentBufferMinutes(): number {
    return this.environment.ASSIGNMENT_BUFFER_MINUTES;
  }

  /** Whether anybody can see the metrics. */
  get showsMetrics(): boolean {
    const { METRICS_PORT, METRICS_TOKEN } = this.environment;
    return METRICS_PORT !== undefined || METRICS_TOKEN !== undefined;
  }

  get timeZone(): string {
    return this.environment.TIME_ZONE;
  }

  get scheduleAheadDays(): number {
    return this.environment.SCHEDULE_AHEAD_DAYS;
  }
}
