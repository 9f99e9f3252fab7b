import { InvalidEnvironmentError, loadConfiguration as load } from './load-configuration';

const SECRET = Buffer.alloc(32, 7).toString('base64');
const KEYS = { JWT_KEYS: `k1:${SECRET}`, ENCRYPTION_KEYS: `k1:${SECRET}`, BLIND_INDEX_KEY: SECRET };
const loadConfiguration = (variables: NodeJS.ProcessEnv) => load({ ...KEYS, ...variables });

describe('the database', () => {
  const address = (url: string) => loadConfiguration({ DATABASE_URL: url }).database;

  it('is a file or memory', () => {
    expect(address('file:./data/fleet.db')).toEqual({ engine: 'sqlite', file: './data/fleet.db' });
    expect(address('file::memory:')).toEqual({ engine: 'sqlite', file: ':memory:' });
  });

  it('is a SQL Server, encrypted and distrustful unless told otherwise', () => {
    expect(address('mssql://sa:p%40ss%2Fword@db.example.com/Fleet')).toEqual({
      engine: 'mssql',
      host: 'db.example.com',
      port: 1433,
      database: 'Fleet',
      username: 'sa',
      password: 'p@ss/word',
      encrypt: true,
      trustServerCertificate: false,
    });
    expect(address('mssql://sa:x@db:1533/Fleet?encrypt=false&trustServerCertificate=true')).toMatchObject({
      port: 1533,
      encrypt: false,
      trustServerCertificate: true,
    });
  });

  it('is read from elsewhere on SQL Server only', () => {
    const [writer, reader] = ['mssql://sa:x@db/Fleet', 'mssql://sa:x@replica/Fleet'];
    expect(loadConfiguration({ DATABASE_URL: writer }).readDatabase).toBeNull();
    const { readDatabase } = loadConfiguration({ DATABASE_URL: writer, DATABASE_READ_URL: reader });
    expect(readDatabase).toMatchObject({ engine: 'mssql', host: 'replica' });
    const load = () => loadConfiguration({ DATABASE_URL: writer, DATABASE_READ_URL: 'file:x.db' });
    expect(load).toThrow(InvalidEnvironmentError);
  });

  it('migrates at start when it is embedded, unless told otherwise', () => {
    const migrates = (variables: NodeJS.ProcessEnv) => loadConfiguration(variables).migrateAtStart;
    expect(migrates({})).toBe(true);
    expect(migrates({ DATABASE_MIGRATE: 'false' })).toBe(false);
    expect(migrates({ DATABASE_URL: 'mssql://sa:x@db/Fleet' })).toBe(false);
    expect(migrates({ DATABASE_URL: 'mssql://sa:x@db/Fleet', DATABASE_MIGRATE: 'true' })).toBe(true);
  });
});

describe('what is made of the environment', () => {
  it('are the settings that use cases ask for', () => {
    const configuration = loadConfiguration({
      MAINTENANCE_DAYS_THRESHOLD: '7',
      MAINTENANCE_INTERVAL_DAYS: '180',
      TIME_ZONE: 'America/Sao_Paulo',
      CORS_ORIGINS: 'http://a , https://b',
    });
    expect(configuration).toMatchObject({
      maintenanceDaysThreshold: 7,
      maintenanceIntervalDays: 180,
      timeZone: 'America/Sao_Paulo',
      corsOrigins: ['http://a', 'https://b'],
    });
    expect(loadConfiguration({}).corsOrigins).toEqual([]);
  });
});
