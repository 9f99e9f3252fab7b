const { spawn, spawnSync } = require('node:child_process');
const { mkdtempSync } = require('node:fs');
const { createServer } = require('node:net');
const { tmpdir } = require('node:os');
const { join } = require('node:path');
const { buildWhenNeeded } = require('../../../tools/run.js');

/** Builds what the multi-process tests start, and starts a Redis of the suite's own where the server is installed. */
module.exports = async function globalSetup() {
  buildWhenNeeded();
  process.env.TEST_DIRECTORY = mkdtempSync(join(tmpdir(), 'fleet-e2e-'));
  if (spawnSync('redis-server', ['--version']).status !== 0) {
    if (process.env.REQUIRE_SERVICES === 'true')
      throw new Error('REQUIRE_SERVICES=true, but redis-server is not installed.');
    console.warn('redis-server is not installed: the tests that need Redis are skipped.');
    return;
  }
  const port = await freePort();
  const options = ['--bind', '127.0.0.1', '--port', String(port), '--save', '', '--appendonly', 'no'];
  globalThis.redisServer = spawn('redis-server', [...options, '--dir', process.env.TEST_DIRECTORY], {
    stdio: 'ignore',
  });
  process.env.TEST_REDIS_URL = `redis://127.0.0.1:${port}`;
};

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
