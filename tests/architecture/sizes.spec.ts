import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesBelow, ROOT } from './guards';

const sources = ['apps', 'libs', 'tools', 'bench']
  .map((folder) => join(ROOT, folder))
  .filter((folder) => existsSync(folder))
  .flatMap((folder) => filesBelow(folder).map((file) => join(folder, file)))
  .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
const lines = (file: string) => readFileSync(file, 'utf8').split('\n').length - 1;
const sizes = sources.map((file) => ({ file, lines: lines(file) })).sort((a, b) => a.lines - b.lines);
const atShare = (share: number) => sizes[Math.ceil(sizes.length * share) - 1]!.lines;

const folders = (path: string) =>
  readdirSync(join(ROOT, path), { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
const features = folders('libs/domain/src').filter((name) => name !== 'shared');

describe('a file has one purpose', () => {
  it('the median is at most 40 lines', () => expect(atShare(0.5)).toBeLessThanOrEqual(40));
  it('90 % are at most 100 lines', () => expect(atShare(0.9)).toBeLessThanOrEqual(100));
  it('none is over 250 lines', () => expect(sizes.filter((size) => size.lines > 250)).toEqual([]));
});

/** They show what other features have, and have no rules of their own. */
const READ_ONLY = ['fleet'];

describe('whoever knows one feature finds every other one', () => {
  it.each(['libs/application/src', 'libs/infrastructure/src', 'apps/api/src'])('%s has a folder for each', (path) => {
    expect(folders(path)).toEqual(expect.arrayContaining([...features, ...READ_ONLY]));
  });

  it.each(['libs/application/src', 'libs/infrastructure/src'])('%s has no folder of another name', (path) => {
    expect(folders(path).sort()).toEqual([...features, ...READ_ONLY, 'shared'].sort());
  });
});
