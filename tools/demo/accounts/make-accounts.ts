import { NestFactory } from '@nestjs/core';
import pino from 'pino';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { AlsActionContext } from '@fleet/infrastructure/shared/context/als-action-context';
import { Metrics } from '@fleet/infrastructure/shared/metrics/metrics';
import { Outbound } from '@fleet/infrastructure/shared/resilience/outbound';
import { AccountsModule } from './accounts.module';
import { DemoAccounts } from './demo-accounts';

/** Adds the accounts of the documentation's examples to a fleet that has their drivers. */
export async function makeAccounts(databaseUrl: string, now: Date): Promise<void> {
  const configuration = loadConfiguration({ DATABASE_URL: databaseUrl });
  const context = new AlsActionContext();
  const metrics = new Metrics();
  const outbound = new Outbound(configuration.environment, metrics);
  const shared = { configuration, context, logger: pino({ level: 'warn' }), metrics, outbound };
  const module = AccountsModule.forRoot(shared);
  const app = await NestFactory.createApplicationContext(module, { logger: ['error', 'warn'], abortOnError: false });
  try {
    await app.get(DemoAccounts).make(now);
  } finally {
    await app.close();
  }
}
