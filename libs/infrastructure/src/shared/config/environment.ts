import { Transform } from 'class-transformer';
import {
  IsBoolean,
  IsEmail,
  IsIn,
  IsOptional,
  IsString,
  IsTimeZone,
  IsUrl,
  Length,
  Matches,
  ValidateIf,
} from 'class-validator';
import { PASSWORD_MAX_LENGTH, PASSWORD_MIN_LENGTH } from '@fleet/domain/identity/password';
import { IsCron } from './is-cron';
import { IsDatabaseUrl, IsReadDatabaseUrl } from './is-database-url';
import { IsKeyList, IsSecret } from './is-key';
import { IsWholeNumber } from './is-whole-number';
import { IsRateLimit, RateLimit } from './rate-limit';
import { IsTrustedProxies, TrustedProxies } from './trusted-proxies';
import { IsWorkers } from './workers';

export const LOG_LEVELS = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;

const URL_OPTIONS = { require_tld: false, require_protocol: true };

const flag = Transform(({ value }: { value: unknown }) =>
  value === 'true' ? true : value === 'false' ? false : value,
);

/** The environment variables of the product, as they are typed. Every one has a default or may be left out. */
export class Environment {
  @IsWholeNumber(0, 65535)
  PORT = 3000;

  @IsString()
  HOST = '127.0.0.1';

  @IsDatabaseUrl()
  DATABASE_URL = 'file:./data/fleet.db';

  @IsOptional()
  @IsReadDatabaseUrl()
  DATABASE_READ_URL?: string;

  @IsOptional()
  @flag
  @IsBoolean({ message: '$property must be true or false' })
  DATABASE_MIGRATE?: boolean;

  @IsWholeNumber(1, 1000)
  DATABASE_POOL_SIZE = 20;

  @IsOptional()
  @IsUrl(
    { ...URL_OPTIONS, protocols: ['redis', 'rediss'] },
    { message: '$property must be a redis:// or rediss:// URL' },
  )
  REDIS_URL?: string;

  @IsString()
  REDIS_KEY_PREFIX = 'FleetManager:';

  @IsWholeNumber(5, 10_000)
  REDIS_TIMEOUT_MS = 50;

  @IsWholeNumber(50, 60_000)
  OUTBOUND_TIMEOUT_MS = 5_000;

  @IsWholeNumber(0, 3)
  OUTBOUND_RETRIES = 3;

  @IsWholeNumber(100, 600_000)
  OUTBOUND_BREAK_MS = 15_000;

  @IsWholeNumber(1, 64)
  OUTBOUND_CONCURRENCY = 2;

  @IsIn(LOG_LEVELS)
  LOG_LEVEL: (typeof LOG_LEVELS)[number] = 'info';

  @IsOptional()
  @IsIn(['pretty', 'json'])
  LOG_FORMAT?: 'pretty' | 'json';

  @IsOptional()
  @IsUrl({ ...URL_OPTIONS, protocols: ['http', 'https'] }, { message: '$property must be an http:// or https:// URL' })
  SEQ_URL?: string;

  @IsOptional()
  @IsString()
  SEQ_API_KEY?: string;

  @IsOptional()
  @IsWholeNumber(1, 65535)
  METRICS_PORT?: number;

  // Short ones can be guessed: wrong ones are not counted.
  @IsOptional()
  @Matches(/^[\w.~+/-]{16,}=*$/, {
    message: '$property must have at least 16 of A–Z a–z 0–9 - . _ ~ + /',
  })
  METRICS_TOKEN?: string;

  @IsOptional()
  @IsUrl({ ...URL_OPTIONS, protocols: ['http', 'https'] }, { message: '$property must be an http:// or https:// URL' })
  OTEL_EXPORTER_OTLP_ENDPOINT?: string;

  @IsString()
  OTEL_SERVICE_NAME = 'fleet-manager';

  @IsCron()
  MAINTENANCE_CHECK_CRON = '0 0 0 * * *';

  @IsWholeNumber(0, 3650)
  MAINTENANCE_DAYS_THRESHOLD = 3;

  @IsWholeNumber(1, 3650)
  MAINTENANCE_INTERVAL_DAYS = 90;

  @IsWholeNumber(0, 10_080)
  ASSIGNMENT_BUFFER_MINUTES = 0;

  @IsWholeNumber(1, 90)
  SCHEDULE_AHEAD_DAYS = 7;

  @IsTimeZone()
  TIME_ZONE = 'UTC';

  @Matches(/^[A-Z]{3}$/, { message: '$property must be an ISO 4217 code such as BRL' })
  CURRENCY = 'BRL';

  @IsIn(['inline', 'external'])
  WORKER: 'inline' | 'external' = 'inline';

  @IsWorkers()
  WORKERS = 1;

  @ValidateIf((environment: Environment) => environment.CORS_ORIGINS !== undefined)
  @Matches(/^(\*|https?:\/\/[^\s,/]+(\s*,\s*https?:\/\/[^\s,/]+)*)$/, {
    message: '$property must be * or a comma-separated list of origins such as https://fleet.example.com',
  })
  CORS_ORIGINS?: string;

  @IsWholeNumber(1024, 104_857_600)
  BODY_LIMIT_BYTES = 1_048_576;

  @IsString()
  FILES_DIR = './data/files';

  @IsWholeNumber(1024, 52_428_800)
  FILE_LIMIT_BYTES = 5_242_880;

  @IsWholeNumber(100, 3_600_000)
  REQUEST_TIMEOUT_MS = 30_000;

  @IsWholeNumber(10, 100_000)
  MAX_REQUESTS_IN_FLIGHT = 1_000;

  @IsOptional()
  @IsTrustedProxies()
  TRUST_PROXY?: TrustedProxies;

  @IsRateLimit()
  RATE_LIMIT: RateLimit | null = { requests: 100, seconds: 10 };

  @IsRateLimit()
  LOGIN_RATE_LIMIT: RateLimit | null = { requests: 10, seconds: 60 };

  @IsOptional()
  @IsEmail({}, { message: '$property must be an e-mail address' })
  ADMIN_EMAIL?: string;

  @IsOptional()
  @Length(PASSWORD_MIN_LENGTH, PASSWORD_MAX_LENGTH, {
    message: '$property must have $constraint1 to $constraint2 characters',
  })
  ADMIN_PASSWORD?: string;

  @IsOptional()
  @IsKeyList()
  JWT_KEYS?: string;

  @IsOptional()
  @IsKeyList()
  ENCRYPTION_KEYS?: string;

  @IsOptional()
  @IsSecret()
  BLIND_INDEX_KEY?: string;
}
