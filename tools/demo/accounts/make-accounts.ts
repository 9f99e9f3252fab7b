import { NestFactory } from '@nestjs/core';
import pino from 'pino';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { AlsActionContext } from '@fleet/infrastructure/shared/context/als-action-context';
import { AccountsModule } from './accounts.module';
import { DemoAccounts } from './demo-accounts';

/** Adds the accounts of the documentation's examples to a fleet that has their drivers. */
export async function makeAccounts(databaseUrl: string, now: Date): Promise<void> {
  const configuration = loadConfiguration({ DATABASE_URL: databaseUrl });
  const shared = { configuration, context: new AlsActionContext(), logger: pino({ level: 'warn' }) };
  const module = AccountsModule.forRoot(shared);
  const app = await NestFactory.createApplicationContext(module, { logger: ['error', 'warn'], abortOnError: false });
  try {
    await app.get(DemoAccounts).make(now);
  } finally {
    await app.close();
  }
}
