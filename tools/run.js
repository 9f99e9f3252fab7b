// Builds when the sources are newer than what was built, then runs a compiled program:
// node tools/run.js apps/api/src/main.js [arguments]
const { spawn, spawnSync } = require('node:child_process');
const { readdirSync, statSync, utimesSync } = require('node:fs');
const { join, resolve } = require('node:path');

const root = resolve(__dirname, '..');
const SOURCES = ['apps', 'libs', 'tools', 'bench', 'package.json', 'tsconfig.json', 'tsconfig.build.json'];

function newest(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return 0;
  if (!stat.isDirectory()) return stat.mtimeMs;
  return Math.max(0, ...readdirSync(path).map((name) => newest(join(path, name))));
}

function buildWhenNeeded() {
  const info = join(root, 'dist/.tsbuildinfo');
  const built = statSync(info, { throwIfNoEntry: false })?.mtimeMs ?? 0;
  if (built > Math.max(...SOURCES.map((source) => newest(join(root, source))))) return;
  console.log('Building, because the sources are newer than the last build …');
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], { cwd: root, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
  // The compiler leaves it as it is when only what it does not compile has changed, such as tests.
  utimesSync(info, new Date(), new Date());
}

function run([program, ...args]) {
  const child = spawn(process.execPath, ['--enable-source-maps', join(root, 'dist', program), ...args], {
    stdio: 'inherit',
  });
  // The terminal sends Ctrl-C to both; the child decides how to stop.
  process.on('SIGINT', () => undefined);
  // A terminal that is closed sends both SIGHUP, which asks a server with several workers to replace them, not to stop.
  for (const signal of ['SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill('SIGTERM'));
  child.on('exit', (code) => process.exit(code ?? 1));
}

module.exports = { buildWhenNeeded };

if (require.main === module) {
  buildWhenNeeded();
  run(process.argv.slice(2));
}
