import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeResults } from './results-file';

describe('writeResults', () => {
  const directory = mkdtempSync(join(tmpdir(), 'fleet-results-'));
  const file = join(directory, 'results.md');
  const read = () => readFileSync(file, 'utf8');

  afterAll(() => rmSync(directory, { recursive: true }));

  it('replaces its own part alone, and keeps the notes', () => {
    writeResults(file, 'requests', 'first requests');
    writeFileSync(file, `${read()}\nWhat $& we have learnt.\n`);
    writeResults(file, 'import', 'first import');
    const before = read();
    writeResults(file, 'requests', 'second requests, $& and all');
    expect(read()).toBe(before.replace('first requests', () => 'second requests, $& and all'));
    writeResults(file, 'import', 'second import');
    expect(read()).toContain('second requests');
    expect(read()).toContain('second import');
    expect(read()).not.toContain('first');
    expect(read().endsWith('-->\n\nWhat $& we have learnt.\n')).toBe(true);
  });
});
