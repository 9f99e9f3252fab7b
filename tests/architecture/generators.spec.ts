import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { filesBelow, ROOT, run } from './guards';

const PROJECTS = ['apps/api', 'apps/worker', 'libs/domain', 'libs/application', 'libs/infrastructure'];
const MODULES = ['apps/api/src/api.module.ts', 'apps/worker/src/worker.module.ts'];
const EMPTY_MODULE = "import { Module } from '@nestjs/common';\n\n@Module({})\nexport class RootModule {}\n";

// As small as Nest's generators let it be: its settings are the real ones, its apps are empty.
const copy = mkdtempSync(join(tmpdir(), 'fleet-generators-'));
afterAll(() => rmSync(copy, { recursive: true }));

beforeAll(async () => {
  for (const file of ['nest-cli.json', 'package.json', 'tsconfig.json'])
    copyFileSync(join(ROOT, file), join(copy, file));
  symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
  for (const file of MODULES) {
    mkdirSync(dirname(join(copy, file)), { recursive: true });
    writeFileSync(join(copy, file), EMPTY_MODULE);
  }
  const generate = (project: string) =>
    run(copy, '@nestjs/cli/bin/nest.js', 'generate', 'resource', 'widgets', '--project', project.split('/')[1]!);
  await Promise.all(PROJECTS.map(generate));
});

it.each(PROJECTS)('nest generate puts a resource into its folder of %s', (project) => {
  expect(filesBelow(join(copy, project, 'src/widgets'))).toEqual(
    expect.arrayContaining(['widgets.module.ts', 'widgets.service.ts', 'widgets.service.spec.ts']),
  );
});

it.each(MODULES)('nest generate adds it to %s', (module) => {
  expect(readFileSync(join(copy, module), 'utf8')).toContain('imports: [WidgetsModule]');
});

it('what it generates compiles as it is', async () => {
  expect(await run(copy, 'typescript/bin/tsc', '--noEmit')).toBe('');
});
