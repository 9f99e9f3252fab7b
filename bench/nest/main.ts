import 'reflect-metadata';
import { Controller, Get, Module, Param, Query } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, NestFastifyApplication } from '@nestjs/platform-fastify';
import { SqliteDatabase } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { prepareSqlite } from '@fleet/infrastructure/shared/database/sqlite-pragmas';
import { vehicleReads } from '@fleet/bench/floor/reads';

const { DATABASE_FILE, PORT } = process.env;
const database = new SqliteDatabase(DATABASE_FILE, { fileMustExist: true });
prepareSqlite(database);
const reads = vehicleReads(database);

@Controller()
class ReadsController {
  @Get('ready')
  ready(): object {
    return { status: 'ready' };
  }

  @Get('api/vehicles/available')
  available(@Query('limit') limit: string): object {
    return reads.available(Number(limit));
  }

  @Get('api/vehicles/:id')
  one(@Param('id') id: string): object | undefined {
    return reads.one(id);
  }

  @Get('api/vehicles')
  list(@Query('limit') limit: string, @Query('status') status?: string): object {
    return reads.list(Number(limit), status);
  }
}

@Module({ controllers: [ReadsController] })
class BareModule {}

/** The floor's reads behind Nest's controllers, as Nest has them by itself: no checks, no log, no layers. */
async function main(): Promise<void> {
  const app = await NestFactory.create<NestFastifyApplication>(BareModule, new FastifyAdapter(), { logger: false });
  await app.listen(Number(PORT), '127.0.0.1');
  process.once('SIGTERM', () => void app.close().then(() => database.close()));
}

void main();
