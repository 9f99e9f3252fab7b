const { rmSync } = require('node:fs');

module.exports = async function globalTeardown() {
  globalThis.redisServer?.kill();
  rmSync(process.env.TEST_DIRECTORY, { recursive: true, force: true });
};
