import { NestFactory } from '@nestjs/core';
import { RotateEncryptionKeys } from '@fleet/application/shared/rotate-encryption-keys';
import { loadConfiguration, readDotEnvFile } from '@fleet/infrastructure/shared/config/load-configuration';
import { RotationModule } from './rotation.module';

/**
 * `npm run keys:rotate` seals now, with the first of ENCRYPTION_KEYS, what the others have sealed. It may be stopped at
 * any time and run again, while the product runs.
 */
async function main(): Promise<void> {
  readDotEnvFile();
  const module = RotationModule.forRoot(loadConfiguration(process.env));
  const app = await NestFactory.createApplicationContext(module, { logger: ['error', 'warn'], abortOnError: false });
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort(new Error('Stopped.')));
  try {
    const { moved, left } = await app.get(RotateEncryptionKeys).execute(stop.signal);
    console.log(`${moved} values moved to the current key, ${left} left.`);
    if (left === 0) console.log('Once every process runs with the new key, the earlier ones may be thrown away.');
    else process.exitCode = 1;
  } finally {
    await app.close();
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
