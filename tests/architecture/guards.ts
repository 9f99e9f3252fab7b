import { execFile } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';

export const ROOT = resolve(__dirname, '../..');

/** A file and a rule that it breaks. */
export type Finding = string;
const finding = (file: string, rule: string | null): Finding => `${file}: ${rule}`;

/** What a program of node_modules prints. Linters exit with a code when they find something: that is no failure here. */
export function run(directory: string, program: string, ...args: string[]): Promise<string> {
  const options = { cwd: directory, maxBuffer: 2 ** 26 };
  return new Promise((done, fail) => {
    const command = [join(ROOT, 'node_modules', program), ...args];
    const child = execFile(process.execPath, command, options, (error, stdout, stderr) => {
      if (error && stdout.length === 0) fail(new Error(stderr));
      else done(stdout);
    });
    // Nothing to ask anybody: Nest's generators take their defaults.
    child.stdin?.end();
  });
}

export const filesBelow = (directory: string): string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' });

interface Cruise {
  modules: { source: string }[];
  summary: { violations: { from: string; rule: { name: string } }[] };
}

/** Runs the import rules of .dependency-cruiser.cjs on a tree. */
export async function cruise(directory: string): Promise<{ files: string[]; findings: Finding[] }> {
  const config = join(ROOT, '.dependency-cruiser.cjs');
  const program = 'dependency-cruiser/bin/dependency-cruise.mjs';
  const json = await run(directory, program, '--config', config, '--output-type', 'json', '.');
  const { modules, summary } = JSON.parse(json) as Cruise;
  return {
    files: modules.map(({ source }) => source),
    findings: summary.violations.map(({ from, rule }) => finding(from, rule.name)),
  };
}

interface LintedFile {
  filePath: string;
  messages: { ruleId: string | null }[];
}

/** Runs the rules of eslint.config.mjs on a tree. */
export async function lint(directory: string): Promise<Finding[]> {
  const config = join(ROOT, 'eslint.config.mjs');
  const json = await run(directory, 'eslint/bin/eslint.js', '--config', config, '--format', 'json', '.');
  return (JSON.parse(json) as LintedFile[]).flatMap(({ filePath, messages }) =>
    messages.map(({ ruleId }) => finding(relative(directory, filePath), ruleId)),
  );
}

/** What the `// planted: <rule>` marks of a tree promise: one finding each. */
export function planted(directory: string): Finding[] {
  const files = filesBelow(directory).filter((file) => file.endsWith('.ts'));
  return files.flatMap((file) =>
    [...readFileSync(join(directory, file), 'utf8').matchAll(/\/\/ planted: (\S+)/g)].map(([, rule]) =>
      finding(file, rule!),
    ),
  );
}
