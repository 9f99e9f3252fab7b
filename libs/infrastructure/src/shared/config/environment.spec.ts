import { KEYS, VARIABLES } from '@fleet/tests/builders/environment-values';
import { Environment } from './environment';
import { InvalidEnvironmentError, loadConfiguration } from './load-configuration';

const names = Object.keys(VARIABLES) as (keyof Environment)[];

function faultsOf(variables: NodeJS.ProcessEnv): readonly string[] {
  try {
    loadConfiguration(variables);
    return [];
  } catch (error) {
    if (!(error instanceof InvalidEnvironmentError)) throw error;
    return error.faults;
  }
}

describe.each(names)('%s', (name) => {
  const { default: standard, takes, refuses } = VARIABLES[name];

  it('has its default when it is missing or blank', () => {
    for (const variables of [{}, { [name]: '' }, { [name]: '  ' }]) {
      expect(loadConfiguration(variables).environment[name]).toEqual(standard);
    }
  });

  it('is taken', () => {
    const read = takes.map(([text]) => [text, loadConfiguration({ ...KEYS, [name]: text }).environment[name]]);
    expect(read).toEqual(takes);
  });

  it('is refused with one line that names it and not its value', () => {
    for (const value of refuses) {
      const faults = faultsOf({ [name]: value });
      expect([value, faults]).toEqual([value, [expect.stringMatching(new RegExp(`^${name} must `))]]);
      expect(faults.join()).not.toContain('hidden');
    }
  });
});

describe('the environment', () => {
  it('is refused with every fault at once', () => {
    const all = Object.fromEntries(names.map((name) => [name, VARIABLES[name].refuses[0]]));
    const refused = names.filter((name) => VARIABLES[name].refuses.length > 0);
    expect(faultsOf(all).map((fault) => fault.split(' ', 1)[0])).toEqual(refused);
  });

  it('needs keys with SQL Server, which the embedded engine makes by itself', () => {
    expect(faultsOf({ DATABASE_URL: 'mssql://sa:hidden@db/Fleet' })).toEqual(
      Object.keys(KEYS).map((name) => `${name} must be given with SQL Server: run "npm run keys:new"`),
    );
    expect(faultsOf({ DATABASE_URL: 'mssql://sa:hidden@db/Fleet', ...KEYS })).toEqual([]);
  });

  it('names the first administrator wholly or not at all', () => {
    const ADMIN_EMAIL = 'ana@example.com';
    const ADMIN_PASSWORD = 'correct horse';
    expect(faultsOf({ ADMIN_EMAIL, ADMIN_PASSWORD })).toEqual([]);
    expect(faultsOf({ ADMIN_EMAIL })).toEqual(['ADMIN_PASSWORD must be given with ADMIN_EMAIL']);
    expect(faultsOf({ ADMIN_PASSWORD })).toEqual(['ADMIN_EMAIL must be given with ADMIN_PASSWORD']);
    expect(faultsOf({ ADMIN_EMAIL: 'ana', ADMIN_PASSWORD })).toEqual(['ADMIN_EMAIL must be an e-mail address']);
    for (const wrong of ['x'.repeat(11), 'x'.repeat(129)]) {
      const faults = faultsOf({ ADMIN_EMAIL, ADMIN_PASSWORD: wrong });
      expect(faults).toEqual(['ADMIN_PASSWORD must have 12 to 128 characters']);
    }
  });

  it('has one process for a database that no other one sees', () => {
    const ofMemory = { DATABASE_URL: 'file::memory:', WORKERS: '2' };
    expect(faultsOf(ofMemory)).toEqual(['WORKERS must be 1 with a database in memory, which no other process sees']);
    expect(faultsOf({ ...ofMemory, WORKERS: '1' })).toEqual([]);
  });

  it('shows metrics at another port than everything else', () => {
    expect(faultsOf({ PORT: '3000', METRICS_PORT: '3001' })).toEqual([]);
    expect(faultsOf({ METRICS_PORT: '3000' })).toEqual(['METRICS_PORT must be another one than PORT']);
  });

  it('may hold what is not the product’s', () => {
    expect(faultsOf({ PATH: '/bin', constructor: 'x', npm_config_port: 'x' })).toEqual([]);
  });

  it('is refused as a list for people, without secrets', () => {
    const load = () => loadConfiguration({ PORT: 'x', DATABASE_URL: 'mysql://root:hidden@h/d', SEQ_API_KEY: 'hidden' });
    expect(load).toThrow(/^The environment is not valid:\n {2}- PORT must .*\n {2}- DATABASE_URL must .*$/);
    expect(load).not.toThrow(/hidden/);
  });
});
