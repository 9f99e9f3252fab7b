import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const NOTES = '<!-- Notes: what stands below this line is kept by the next run. -->';

/** Replaces what the last run has written and keeps the notes that people have made. */
export function writeResults(file: string, text: string): void {
  const [, notes = '\n'] = existsSync(file) ? readFileSync(file, 'utf8').split(NOTES, 2) : [];
  writeFileSync(file, `${text.trimEnd()}\n\n${NOTES}${notes}`);
}
