import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { goldenSums } from './golden-sums';

const ONE = 'LampMoved.v1.json';
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fleet-golden-'));
  write('SHA256SUMS', '');
  write(ONE, '{"place":"attic"}\n');
  write('SHA256SUMS', goldenSums(folder).text);
});
afterEach(() => rmSync(folder, { recursive: true }));

const write = (name: string, text: string) => writeFileSync(join(folder, name), text);

describe('the list of golden files', () => {
  it('has the sum of each as sha256sum writes it', () => {
    const sum = '69bd0fe74d96c3c02f6686825d7241220738948cd3ad1b346383729a9f979982';
    expect(readFileSync(join(folder, 'SHA256SUMS'), 'utf8')).toBe(`${sum}  ${ONE}\n`);
  });

  it('takes a new one', () => {
    write('LampMoved.v2.json', '{"room":"attic"}\n');
    expect(goldenSums(folder).text.split('\n')).toHaveLength(3);
  });

  it('refuses one that was changed, and one that is gone', () => {
    write(ONE, '{"place":"hall"}\n');
    expect(() => goldenSums(folder)).toThrow(`Golden files are never changed, nor removed: ${ONE}.`);
    rmSync(join(folder, ONE));
    expect(() => goldenSums(folder)).toThrow(ONE);
  });
});
