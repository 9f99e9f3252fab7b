import { MigrationInterface, QueryRunner } from 'typeorm';
import { dialectOf } from '@fleet/infrastructure/shared/database/dialect';
import { noteKeys } from '@fleet/infrastructure/shared/secrets/key-checks';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';
import { columnTypes, execute } from './column-types';
import { DriverColumns } from './driver-columns';
import { EncryptDrivers } from './encrypt-drivers';

/** An erased driver has nothing of a person, and everybody else has all of it. */
const ERASED = `(ErasedAt IS NULL AND Name IS NOT NULL AND LicenseNumber IS NOT NULL AND LicenseNumberKey IS NOT NULL
  AND Phone IS NOT NULL) OR (ErasedAt IS NOT NULL AND Name IS NULL AND LicenseNumber IS NULL
  AND LicenseNumberKey IS NULL AND Phone IS NULL AND Active = 0)`;

type MigrationClass = new () => MigrationInterface;

/**
 * What is somebody's own is kept encrypted: what is there already is encrypted here, rows and events. TypeORM makes its
 * migrations itself, so the class is made for the keys.
 */
export function encryptPersonalData(keys: SecretKeys): MigrationClass {
  return class EncryptPersonalData1760000000009 implements MigrationInterface {
    async up(runner: QueryRunner): Promise<void> {
      const { uuid, instant, text, tableEnd } = columnTypes(runner);
      const columns = new DriverColumns(runner);
      await execute(runner, [
        `CREATE TABLE PersonKeys (
          PersonId ${uuid} NOT NULL,
          WrappedKey ${text(120)} NOT NULL,
          CreatedAt ${instant} NOT NULL,
          CONSTRAINT PK_PersonKeys PRIMARY KEY (PersonId)
        ) ${tableEnd}`,
        `CREATE TABLE KeyChecks (
          Name ${text(40)} NOT NULL,
          Value ${text(120)} NOT NULL,
          CONSTRAINT PK_KeyChecks PRIMARY KEY (Name)
        ) ${tableEnd}`,
      ]);
      await columns.dropIndex();
      await columns.widen();
      await new EncryptDrivers(runner, keys, columns).run();
      await columns.forgetClear();
      await columns.addErasedAt(ERASED);
      await columns.createIndex('WHERE LicenseNumberKey IS NOT NULL');
      const query = <Rows>(sql: string, parameters?: unknown[]) => runner.query(sql, parameters) as Promise<Rows>;
      await noteKeys({ dialect: dialectOf(runner.dataSource.options), query }, keys);
    }

    async down(runner: QueryRunner): Promise<void> {
      const [row] = (await runner.query('SELECT COUNT(*) AS found FROM PersonKeys')) as [{ found: number }];
      if (Number(row.found) > 0) {
        throw new Error(
          'There are drivers, whose data this step back would write down in clear. Restore a backup instead.',
        );
      }
      const columns = new DriverColumns(runner);
      await columns.dropIndex();
      await columns.dropErasedAt();
      await columns.narrow();
      await columns.createIndex('');
      await execute(runner, ['DROP TABLE KeyChecks', 'DROP TABLE PersonKeys']);
    }
  };
}
