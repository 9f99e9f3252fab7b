import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const START = `# What is measured

Written by \`npm run bench\`, with \`-- --limits\` and \`-- --import\` too, and \`npm run bench:loop\`; each replaces its own part.
`;
const NOTES = '<!-- Notes: what stands below this line is kept. -->';

/**
 * Replaces one part of the results. The other parts and the notes that people have made stay.
 * @param start what a new file begins with
 */
export function writeResults(file: string, part: string, text: string, start = START): void {
  const before = existsSync(file) ? readFileSync(file, 'utf8') : `${start}\n${NOTES}\n`;
  const [begin, end] = [`<!-- ${part} -->`, `<!-- end of ${part} -->`];
  const written = `${begin}\n\n${text.trim()}\n\n${end}`;
  const [head, rest] = before.split(begin, 2) as [string, string?];
  const after =
    rest === undefined
      ? before.replace(NOTES, () => `${written}\n\n${NOTES}`)
      : head + written + rest.slice(rest.indexOf(end) + end.length);
  writeFileSync(file, after);
}
