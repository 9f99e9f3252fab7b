import { MigrationInterface, QueryRunner } from 'typeorm';
import { columnTypes, execute } from './column-types';

/** In the order of time, because keys that were used together are swept together. */
export class CreateIdempotencyKeys1760000000011 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const { uuid, instant, text, json, primaryKey, tableEnd, clustered } = columnTypes(runner);
    await execute(runner, [
      `CREATE TABLE IdempotencyKeys (
        Id ${text(43)} NOT NULL,
        RequestHash ${text(43)} NOT NULL,
        Status int NOT NULL,
        Response ${json} NULL,
        ResourceId ${uuid} NULL,
        CreatedAt ${instant} NOT NULL,
        CONSTRAINT PK_IdempotencyKeys ${primaryKey} (Id),
        CONSTRAINT CK_IdempotencyKeys_Status CHECK (Status BETWEEN 200 AND 299)
      ) ${tableEnd}`,
      `CREATE ${clustered} INDEX IX_IdempotencyKeys_CreatedAt ON IdempotencyKeys (CreatedAt)`,
      'CREATE INDEX IX_IdempotencyKeys_ResourceId ON IdempotencyKeys (ResourceId) WHERE ResourceId IS NOT NULL',
    ]);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE IdempotencyKeys');
  }
}
