import { QueryRunner } from 'typeorm';
import { columnTypes, execute } from './column-types';

/** Columns of Drivers that become sealed values, with what a seal of the longest text takes and what it took in clear. */
const COLUMNS = [
  { name: 'Name', sealed: 460, clear: 100 },
  { name: 'LicenseNumber', sealed: 140, clear: 20 },
  { name: 'LicenseNumberKey', sealed: 60, clear: 60 },
  { name: 'Phone', sealed: 100, clear: 25 },
] as const;

/**
 * Changes the columns of drivers on either engine. They are not altered, which SQLite cannot do: each gets another one of
 * the same name, with the old values in a column beside it until they are not needed any more.
 */
export class DriverColumns {
  private readonly isSqlServer: boolean;

  constructor(private readonly runner: QueryRunner) {
    this.isSqlServer = runner.dataSource.options.type === 'mssql';
  }

  /** Where the values in clear are while they are being encrypted. */
  clear(name: (typeof COLUMNS)[number]['name']): string {
    return `Clear${name}`;
  }

  async widen(): Promise<void> {
    const { text } = columnTypes(this.runner);
    for (const { name, sealed } of COLUMNS) {
      const clear = this.clear(name);
      if (this.isSqlServer) await this.run(`EXEC sp_rename 'Drivers.${name}', '${clear}', 'COLUMN'`);
      else await this.run(`ALTER TABLE Drivers RENAME COLUMN ${name} TO ${clear}`);
      await this.run(`ALTER TABLE Drivers ADD ${name} ${text(sealed)} NULL`);
    }
  }

  async forgetClear(): Promise<void> {
    for (const { name } of COLUMNS) await this.run(`ALTER TABLE Drivers DROP COLUMN ${this.clear(name)}`);
  }

  /** Of a table without rows. */
  async narrow(): Promise<void> {
    const { text } = columnTypes(this.runner);
    for (const { name, clear } of COLUMNS) {
      await this.run(`ALTER TABLE Drivers DROP COLUMN ${name}`);
      // SQLite asks for it, whether there are rows or not.
      const fallback = this.isSqlServer ? '' : `DEFAULT ''`;
      await this.run(`ALTER TABLE Drivers ADD ${name} ${text(clear)} NOT NULL ${fallback}`);
    }
  }

  async addErasedAt(check: string): Promise<void> {
    const constraint = `CONSTRAINT CK_Drivers_Erased CHECK (${check})`;
    const column = `ALTER TABLE Drivers ADD ErasedAt ${columnTypes(this.runner).instant} NULL`;
    if (this.isSqlServer) await execute(this.runner, [column, `ALTER TABLE Drivers ADD ${constraint}`]);
    else await this.run(`${column} ${constraint}`);
  }

  async dropErasedAt(): Promise<void> {
    if (this.isSqlServer) await this.run('ALTER TABLE Drivers DROP CONSTRAINT CK_Drivers_Erased');
    await this.run('ALTER TABLE Drivers DROP COLUMN ErasedAt');
  }

  async dropIndex(): Promise<void> {
    await this.run(`DROP INDEX UQ_Drivers_LicenseNumber ${this.isSqlServer ? 'ON Drivers' : ''}`);
  }

  async createIndex(filter: string): Promise<void> {
    await this.run(`CREATE UNIQUE INDEX UQ_Drivers_LicenseNumber ON Drivers (LicenseNumberKey) ${filter}`);
  }

  private async run(statement: string): Promise<void> {
    await this.runner.query(statement);
  }
}
