import { spawnProgram } from './support/server-process';

const PROGRAMS = [
  'apps/api/src/main.js',
  'apps/worker/src/main.js',
  'libs/infrastructure/src/shared/database/migrate.js',
];

describe.each(PROGRAMS)('%s in an environment that is not valid', (program) => {
  it('ends with exit code 1 and the list of every fault, and says nothing else', async () => {
    const run = spawnProgram(program, {
      DATABASE_URL: 'postgres://fleet:hidden@db/fleet',
      REDIS_URL: 'http://:hidden@redis',
      LOG_LEVEL: 'loud',
      WORKER: 'both',
    });
    expect(await run.exited).toBe(1);
    expect(run.output().replace(/^FleetManager cannot start. /, '')).toBe(`The environment is not valid:
  - DATABASE_URL must be file:<path>, file::memory: or mssql://user:password@host:1433/database
  - REDIS_URL must be a redis:// or rediss:// URL
  - LOG_LEVEL must be one of the following values: trace, debug, info, warn, error, fatal, silent
  - WORKER must be one of the following values: inline, external
`);
  });
});
