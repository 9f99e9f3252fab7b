import { loadConfiguration } from './load-configuration';

const load = (cron: string) => loadConfiguration({ MAINTENANCE_CHECK_CRON: cron });

describe('MAINTENANCE_CHECK_CRON', () => {
  it.each(['* * * * * *', '*/10 * * * *', '0 0 0 29 2 *', '0 0 6-22/2 * * mon-fri'])('may be %s', (cron) => {
    expect(load(cron).environment.MAINTENANCE_CHECK_CRON).toBe(cron);
  });

  it.each([
    ['words', 'every day'],
    ['too few fields', '0 0'],
    ['too many fields', '0 0 0 * * * 2026'],
    ['a second that no minute has', '60 * * * * *'],
    ['a step of zero', '*/0 * * * * *'],
    ['a day that no month has', '0 0 0 32 * *'],
    ['a day that its month never has', '0 0 0 30 2 *'],
    ['a day that none of its months has', '0 0 0 31 4,6,9,11 *'],
  ])('may not be %s', (_, cron) => {
    expect(() => load(cron)).toThrow('MAINTENANCE_CHECK_CRON must be a cron expression');
  });
});
