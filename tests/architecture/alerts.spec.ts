import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './guards';

const FOLDER = join(ROOT, 'deploy/prometheus');
const alerts = [...readFileSync(join(FOLDER, 'alerts.yml'), 'utf8').matchAll(/- alert: (\w+)/g)].map(
  ([, name]) => name!,
);
const tests = readdirSync(join(FOLDER, 'tests')).map((file) => readFileSync(join(FOLDER, 'tests', file), 'utf8'));
// promtool runs them; here it is only looked which ones there are.
const expected = [...tests.join('\n').matchAll(/alertname: (\w+)[\s,]+exp_alerts:( \[\])?/g)];
const provedTo = (silent: boolean) =>
  new Set(expected.filter(([, , none]) => Boolean(none) === silent).map(([, name]) => name));

it('there are alerts', () => expect(alerts.length).toBeGreaterThan(5));

it.each(alerts)('%s is proved to fire and to stay silent', (alert) => {
  expect([provedTo(false).has(alert), provedTo(true).has(alert)]).toEqual([true, true]);
});

it.each(alerts)('%s is explained to the operator', (alert) => {
  expect(readFileSync(join(ROOT, 'deploy/README.md'), 'utf8')).toContain(`\`${alert}\``);
});
