// The product with several workers, whose primary takes one for hung after HUNG_AFTER_MS. Run by node, from a built product.
const cluster = require('node:cluster');
const { join } = require('node:path');

const dist = (file) => join(__dirname, '../../../dist', file);
const { loadConfiguration } = require(dist('libs/infrastructure/src/shared/config/load-configuration'));
const { runProcess } = require(dist('libs/infrastructure/src/shared/process/run-process'));
const { superviseWorkers } = require(dist('apps/api/src/cluster/primary'));

cluster.setupPrimary({ exec: dist('apps/api/src/main.js') });
runProcess(() => superviseWorkers(loadConfiguration(process.env), Number(process.env.HUNG_AFTER_MS)));
