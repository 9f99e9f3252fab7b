import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Environment } from '@fleet/infrastructure/shared/config/environment';
import { ROOT } from './guards';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const source = read('libs/infrastructure/src/shared/config/environment.ts');
const names = [...source.matchAll(/^ {2}([A-Z][A-Z_]+)(\??:| =)/gm)].map(([, name]) => name!);
const [readme, example, compose, dockerfile] = ['README.md', '.env.example', 'docker-compose.yml', 'Dockerfile'].map(
  read,
) as [string, string, string, string];

/** Where the container listens is the image's own affair: compose publishes it. */
const OF_THE_IMAGE = ['HOST', 'PORT'];

/** Of those that have one which is a plain text or number. */
const defaults = Object.entries(new Environment()).filter(
  ([, value]) => typeof value === 'string' || typeof value === 'number',
) as [string, string | number][];

/** The cells of the table's row that has the variable in its first one. */
const rowOf = (name: string) =>
  readme
    .split('\n')
    .map((line) => line.split('|').slice(1))
    .find(([first]) => first?.includes(`\`${name}\``));
const exampleOf = (name: string) => new RegExp(`^(?:# )?${name}=(.*)$`, 'm').exec(example)?.[1];

it('there are variables', () => expect([names.length > 40, defaults.length > 20]).toEqual([true, true]));

it.each(names)('%s is in the README, in .env.example and in compose', (name) => {
  const composed = OF_THE_IMAGE.includes(name)
    ? new RegExp(`\\b${name}=`).test(dockerfile)
    : new RegExp(`^ +${name}: `, 'm').test(compose);
  expect([rowOf(name) !== undefined, exampleOf(name) !== undefined, composed]).toEqual([true, true, true]);
});

it.each(defaults)('%s has its default, %s, in the README and in .env.example', (name, value) => {
  const [, cell = ''] = rowOf(name)!;
  expect(cell.split(',').map((text) => text.trim())).toContain(`\`${value}\``);
  expect(exampleOf(name)!.replaceAll("'", '')).toBe(String(value));
});
