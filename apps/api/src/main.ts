import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { loadConfiguration, readDotEnvFile } from '@fleet/infrastructure/shared/config/load-configuration';
import { runProcess, Stoppable } from '@fleet/infrastructure/shared/process/run-process';

async function main(): Promise<Stoppable> {
  readDotEnvFile();
  const configuration = loadConfiguration(process.env);
  return configuration.environment.WORKERS === 1 ? serveAlone(configuration) : serveTogether(configuration);
}

// What a process does not need it does not load: the one that starts the others stays small.

async function serveAlone(configuration: Configuration): Promise<Stoppable> {
  const { serveApi } = await import('./create-api');
  return serveApi(configuration);
}

async function serveTogether(configuration: Configuration): Promise<Stoppable> {
  const { default: cluster } = await import('node:cluster');
  if (cluster.isPrimary) return (await import('./cluster/primary')).superviseWorkers(configuration);
  return (await import('./cluster/worker')).serveAsWorker(configuration);
}

if (require.main === module) runProcess(main);
