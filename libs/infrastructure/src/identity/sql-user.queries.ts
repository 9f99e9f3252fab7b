import { Injectable } from '@nestjs/common';
import { UserCredentials, UserListRequest, UserQueries, UserSort } from '@fleet/application/identity/user.queries';
import { UserView } from '@fleet/application/identity/user.view';
import { Page } from '@fleet/application/shared/page';
import { compare } from '@fleet/infrastructure/shared/database/conditions';
import { keysetPage, Sort } from '@fleet/infrastructure/shared/database/keyset';
import { PrimaryDatabase, ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { UserSeals } from './user-seals';

const SELECT = `SELECT Id AS "id", Email AS "email", Name AS "name", Role AS "role", DriverId AS "driverId",
  Active AS "active", Version AS "version", CreatedAt AS "createdAt", UpdatedAt AS "updatedAt" FROM Users`;

const SELECT_CREDENTIALS = `SELECT Id AS "id", Email AS "email", Active AS "active", PasswordHash AS "passwordHash"
  FROM Users`;

/** SQLite has no flags: there they come back as 0 and 1. */
type UserRow = Omit<UserView, 'active'> & { active: boolean | number };
type CredentialsRow = Omit<UserCredentials, 'active'> & { active: boolean | number };

const SORTS: Record<UserSort, Omit<Sort<UserRow>, 'descending'>> = {
  createdAt: { column: 'CreatedAt', field: 'createdAt', kind: 'instant' },
};

@Injectable()
export class SqlUserQueries extends UserQueries {
  constructor(
    private readonly database: ReadDatabase,
    private readonly primary: PrimaryDatabase,
    private readonly seals: UserSeals,
  ) {
    super();
  }

  find(id: string): Promise<UserView | null> {
    return this.findIn(this.database, id);
  }

  findNow(id: string): Promise<UserView | null> {
    return this.findIn(this.primary, id);
  }

  async list({ filter, sort, descending, ...page }: UserListRequest): Promise<Page<UserView>> {
    const { role, active, driverId, email } = filter;
    const conditions = [
      ...compare('Role', '=', role),
      ...compare('Active', '=', active),
      ...compare('DriverId', '=', driverId),
      ...compare('EmailKey', '=', email && this.seals.emailKey(email)),
    ];
    const list = { name: 'users', select: SELECT, conditions, sort: { ...SORTS[sort], descending }, scope: filter };
    const { items, nextCursor } = await keysetPage<UserRow>(this.database, list, page);
    return { items: items.map((row) => this.view(row)), nextCursor };
  }

  async credentialsOf(email: string): Promise<UserCredentials | null> {
    const sql = `${SELECT_CREDENTIALS} WHERE EmailKey = ?`;
    const [row] = await this.primary.query<CredentialsRow>(sql, [this.seals.emailKey(email)]);
    return row ? this.credentials(row) : null;
  }

  async credentialsById(id: string): Promise<UserCredentials | null> {
    const sql = `${SELECT_CREDENTIALS} WHERE Id = ? AND PasswordHash IS NOT NULL`;
    const [row] = await this.primary.query<CredentialsRow>(sql, [id]);
    return row ? this.credentials(row) : null;
  }

  private async findIn(database: ReadDatabase, id: string): Promise<UserView | null> {
    const [row] = await database.query<UserRow>(`${SELECT} WHERE Id = ?`, [id]);
    return row ? this.view(row) : null;
  }

  private view(row: UserRow): UserView {
    const email = this.seals.open(row.id, 'email', row.email);
    return { ...row, email, name: this.seals.open(row.id, 'name', row.name), active: Boolean(row.active) };
  }

  private credentials(row: CredentialsRow): UserCredentials {
    return { ...row, email: this.seals.open(row.id, 'email', row.email)!, active: Boolean(row.active) };
  }
}
