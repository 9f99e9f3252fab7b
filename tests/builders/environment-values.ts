import { availableParallelism } from 'node:os';
import { Environment } from '@fleet/infrastructure/shared/config/environment';

const SECRET = Buffer.alloc(32, 7).toString('base64');
export const KEYS = { JWT_KEYS: `k1:${SECRET}`, ENCRYPTION_KEYS: `k1:${SECRET}`, BLIND_INDEX_KEY: SECRET };

interface Values {
  default?: unknown;
  takes: [string, unknown][];
  refuses: string[];
}

/** Every variable, its default, values that it takes and values that it refuses. */
export const VARIABLES: Record<keyof Environment, Values> = {
  PORT: {
    default: 3000,
    takes: [
      ['0', 0],
      ['65535', 65535],
      [' 80 ', 80],
    ],
    refuses: ['-1', '65536', '80a', '8e1', '1.5'],
  },
  HOST: { default: '127.0.0.1', takes: same('0.0.0.0', '::1'), refuses: [] },
  DATABASE_URL: {
    default: 'file:./data/fleet.db',
    takes: same('file:x.db', 'file::memory:', 'mssql://sa:p%40ss@db/Fleet', 'mssql://sa:x@db:1433/F_1?encrypt=false'),
    refuses: [
      'x.db',
      'file:',
      'postgres://u:hidden@h/d',
      'mssql://h/d',
      'mssql://u:hidden@h',
      'mssql://u:hidden@h/a]b',
      'mssql://u:%zz@h/d',
      'mssql://u:hidden@h:99999/d',
    ],
  },
  // Read with a SQL Server as DATABASE_URL; see below for the others.
  DATABASE_READ_URL: { takes: [], refuses: ['mssql://u:hidden@h/d', 'file:x.db', 'x'] },
  DATABASE_MIGRATE: {
    takes: [
      ['true', true],
      ['false', false],
    ],
    refuses: ['yes', '1', 'TRUE'],
  },
  DATABASE_POOL_SIZE: {
    default: 20,
    takes: [
      ['1', 1],
      ['1000', 1000],
    ],
    refuses: ['0', '1001', 'many'],
  },
  REDIS_URL: {
    takes: same(
      'redis://127.0.0.1:6379',
      'rediss://:p%40ss@redis.example.com:6380/0',
      'redis://redis',
      'redis://u:p@redis:1',
    ),
    refuses: ['http://:hidden@redis', 'redis', '127.0.0.1:6379'],
  },
  REDIS_KEY_PREFIX: { default: 'FleetManager:', takes: same('F:'), refuses: [] },
  REDIS_TIMEOUT_MS: {
    default: 50,
    takes: [
      ['5', 5],
      ['10000', 10_000],
    ],
    refuses: ['4', '10001', '50ms'],
  },
  OUTBOUND_TIMEOUT_MS: {
    default: 5_000,
    takes: [
      ['50', 50],
      ['60000', 60_000],
    ],
    refuses: ['49', '60001', '5s'],
  },
  OUTBOUND_RETRIES: {
    default: 3,
    takes: [
      ['0', 0],
      ['3', 3],
    ],
    refuses: ['-1', '4'],
  },
  OUTBOUND_BREAK_MS: {
    default: 15_000,
    takes: [
      ['100', 100],
      ['600000', 600_000],
    ],
    refuses: ['99', '600001', '15s'],
  },
  OUTBOUND_CONCURRENCY: {
    default: 2,
    takes: [
      ['1', 1],
      ['64', 64],
    ],
    refuses: ['0', '65'],
  },
  LOG_LEVEL: {
    default: 'info',
    takes: same('trace', 'debug', 'warn', 'error', 'fatal', 'silent'),
    refuses: ['INFO', 'all'],
  },
  LOG_FORMAT: { takes: same('pretty', 'json'), refuses: ['xml'] },
  SEQ_URL: { takes: same('http://seq:5341', 'https://seq.example.com'), refuses: ['seq', 'ftp://:hidden@seq'] },
  SEQ_API_KEY: { takes: same('hidden'), refuses: [] },
  METRICS_PORT: {
    takes: [
      ['1', 1],
      ['65535', 65535],
    ],
    refuses: ['0', '65536', 'x'],
  },
  METRICS_TOKEN: {
    takes: same('x'.repeat(16), 'aZ09-._~+/aZ09-._~+/=='),
    refuses: ['hidden'.padEnd(15, 'x'), 'hidden hidden hidden', 'hidden=hidden-hidden'],
  },
  OTEL_EXPORTER_OTLP_ENDPOINT: {
    takes: same('http://collector:4318', 'https://otlp.example.com/base'),
    refuses: ['collector:4318', 'grpc://:hidden@collector'],
  },
  OTEL_SERVICE_NAME: { default: 'fleet-manager', takes: same('fleet north'), refuses: [] },
  MAINTENANCE_CHECK_CRON: {
    default: '0 0 0 * * *',
    takes: same('*/5 * * * *', '0 30 2 * * 1-5'),
    refuses: ['daily', '* * *', '61 * * * *', '0 0 0 30 2 *'],
  },
  MAINTENANCE_DAYS_THRESHOLD: {
    default: 3,
    takes: [
      ['0', 0],
      ['3650', 3650],
    ],
    refuses: ['-1', '3651'],
  },
  MAINTENANCE_INTERVAL_DAYS: {
    default: 90,
    takes: [
      ['1', 1],
      ['3650', 3650],
    ],
    refuses: ['0', '3651'],
  },
  ASSIGNMENT_BUFFER_MINUTES: {
    default: 0,
    takes: [
      ['0', 0],
      ['10080', 10_080],
    ],
    refuses: ['-1', '10081', '1.5', 'x'],
  },
  SCHEDULE_AHEAD_DAYS: {
    default: 7,
    takes: [
      ['1', 1],
      ['90', 90],
    ],
    refuses: ['0', '91'],
  },
  TIME_ZONE: { default: 'UTC', takes: same('America/Sao_Paulo', 'Europe/Berlin'), refuses: ['Brasilia', 'Mars/Base'] },
  CURRENCY: { default: 'BRL', takes: same('EUR'), refuses: ['R$', 'brl', 'EURO'] },
  WORKER: { default: 'inline', takes: same('external'), refuses: ['none'] },
  WORKERS: {
    default: 1,
    takes: [
      ['1', 1],
      ['64', 64],
      ['auto', availableParallelism()],
    ],
    refuses: ['0', '65', 'all', '1.5'],
  },
  CORS_ORIGINS: {
    takes: same('*', 'https://a.example.com', 'http://localhost:5173, https://a.example.com'),
    refuses: ['a.example.com', 'https://a.example.com/', 'https://a.example.com,', 'https://a https://b'],
  },
  BODY_LIMIT_BYTES: {
    default: 1_048_576,
    takes: [
      ['1024', 1024],
      ['104857600', 104_857_600],
    ],
    refuses: ['1023', '1MB'],
  },
  FILES_DIR: { default: './data/files', takes: same('/var/lib/fleet/files', 'files'), refuses: [] },
  FILE_LIMIT_BYTES: {
    default: 5_242_880,
    takes: [
      ['1024', 1024],
      ['52428800', 52_428_800],
    ],
    refuses: ['1023', '52428801', '5MB', '1.5'],
  },
  REQUEST_TIMEOUT_MS: {
    default: 30_000,
    takes: [
      ['100', 100],
      ['3600000', 3_600_000],
    ],
    refuses: ['99', '30s'],
  },
  MAX_REQUESTS_IN_FLIGHT: {
    default: 1_000,
    takes: [
      ['10', 10],
      ['100000', 100_000],
    ],
    refuses: ['9', '100001'],
  },
  TRUST_PROXY: {
    takes: [
      ['1', 1],
      ['10', 10],
      ['10.0.0.0/8, ::1', ['10.0.0.0/8', '::1']],
    ],
    refuses: ['true', '0', '11', '10.0.0.0/33', '::1/129', 'proxy', '10.0.0.0/8/8'],
  },
  RATE_LIMIT: {
    default: { requests: 100, seconds: 10 },
    takes: [
      ['off', null],
      ['1/1s', { requests: 1, seconds: 1 }],
    ],
    refuses: ['100', '0/10s', '100/0s', '100/10', 'none'],
  },
  LOGIN_RATE_LIMIT: {
    default: { requests: 10, seconds: 60 },
    takes: [['off', null]],
    refuses: ['5/1m'],
  },
  // Each needs the other: see below.
  ADMIN_EMAIL: { takes: [], refuses: [] },
  ADMIN_PASSWORD: { takes: [], refuses: [] },
  JWT_KEYS: { takes: same(KEYS.JWT_KEYS, `${KEYS.JWT_KEYS},k2:${SECRET}`), refuses: ['hidden', 'k1:hidden', SECRET] },
  ENCRYPTION_KEYS: { takes: same(KEYS.ENCRYPTION_KEYS), refuses: ['hidden', `k1:${SECRET},k1:${SECRET}`] },
  BLIND_INDEX_KEY: { takes: same(SECRET), refuses: ['hidden', `k1:${SECRET}`] },
};

function same(...values: string[]): [string, unknown][] {
  return values.map((value) => [value, value]);
}
