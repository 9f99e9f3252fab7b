import { Injectable } from '@nestjs/common';
import { User } from '@fleet/domain/identity/user';
import { EmailTakenError } from '@fleet/domain/identity/user.errors';
import { UserRepository } from '@fleet/domain/identity/user.repository';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { Statements } from '@fleet/infrastructure/shared/database/statements';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { TypeOrmRepository } from '@fleet/infrastructure/shared/database/typeorm-repository';
import { UserMapper } from './user.mapper';
import { UserRecord, UserSchema } from './user.record';

const EMAIL = { name: 'UQ_Users_EmailKey', column: 'Users.EmailKey', error: () => new EmailTakenError() };

@Injectable()
export class TypeOrmUserRepository extends UserRepository {
  private readonly rows: TypeOrmRepository<User, UserRecord>;

  constructor(
    private readonly transaction: Transaction,
    private readonly statements: Statements,
    eventLog: EventLog,
    { toUser, toRecord }: UserMapper,
  ) {
    super();
    const mapping = { schema: UserSchema, toAggregate: toUser, toRecord, uniqueKeys: [EMAIL] };
    this.rows = new TypeOrmRepository(mapping, transaction, eventLog);
  }

  find(id: string): Promise<User | null> {
    return this.rows.find(id);
  }

  async findByDriver(driverId: string): Promise<User[]> {
    const records = await this.transaction.manager.findBy(UserSchema, { driverId });
    return records.map((record) => this.rows.restore(record));
  }

  async isEmpty(): Promise<boolean> {
    const [row] = await this.statements.rows<{ users: number }>('SELECT COUNT(*) AS "users" FROM Users', []);
    return Number(row!.users) === 0;
  }

  async hasAnotherActiveAdmin(id: string): Promise<boolean> {
    // The update changes nothing, and holds the rows: who wants the same at the same moment waits, and counts after.
    const admins = "Role = 'Admin' AND Active = 1";
    await this.statements.change(`UPDATE Users SET Active = Active WHERE ${admins}`, []);
    const count = `SELECT COUNT(*) AS "others" FROM Users WHERE ${admins} AND Id <> ?`;
    const [row] = await this.statements.rows<{ others: number }>(count, [id]);
    return Number(row!.others) > 0;
  }

  async confirmPassword(id: string, compared: string, renewed: string): Promise<boolean> {
    const update = 'UPDATE Users SET PasswordHash = ? WHERE Id = ? AND PasswordHash = ? AND Active = ?';
    return (await this.statements.change(update, [renewed, id, compared, true])) === 1;
  }

  add(user: User): Promise<void> {
    return this.rows.add(user);
  }

  update(user: User): Promise<void> {
    return this.rows.update(user);
  }

  remove(user: User): Promise<void> {
    return this.rows.remove(user);
  }
}
