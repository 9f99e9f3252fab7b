import { NestFactory } from '@nestjs/core';
import pino from 'pino';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { AlsActionContext } from '@fleet/infrastructure/shared/context/als-action-context';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { AccountsModule } from './accounts.module';
import { DemoAccounts } from './demo-accounts';

/** Adds the accounts of the documentation's examples to a fleet that has their drivers. */
export async function makeAccounts(databaseUrl: string, now: Date): Promise<void> {
  const configuration = loadConfiguration({ DATABASE_URL: databaseUrl });
  const context = new AlsActionContext();
  const shared = { configuration, context, logger: pino({ level: 'warn' }), metrics: new Metrics() };
  const module = AccountsModule.forRoot(shared);
  const app = await NestFactory.createApplicationContext(module, { logger: ['error', 'warn'], abortOnError: false });
  try {
    await app.get(DemoAccounts).make(now);
  } finally {
    await app.close();
  }
}
