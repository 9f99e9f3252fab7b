import { randomUUID } from 'node:crypto';
import { Permission } from '@fleet/domain/identity/permissions';
import { Role } from '@fleet/domain/identity/role';
import { Client } from './client';
import { TEST_ADMIN } from './test-database';

/** The administrator whom the first start of a test's server makes, and whom tests are unless they say otherwise. */
export const ADMINISTRATOR = { email: TEST_ADMIN.ADMIN_EMAIL, password: TEST_ADMIN.ADMIN_PASSWORD };

/** Of the accounts that tests make. */
export const PASSWORD = 'another walk in the park';

interface Account {
  readonly email: string;
  readonly password: string;
}

/** The same server, called by this account. */
export async function signIn(client: Client, { email, password }: Account = ADMINISTRATOR): Promise<Client> {
  const { status, body, text } = await client
    .as()
    .post<{ accessToken: string }>('/api/auth/login', { email, password });
  if (status !== 200) throw new Error(`${email} cannot sign in: ${status} ${text}`);
  return client.as({ Authorization: `Bearer ${body.accessToken}` });
}

/** How the event log and the log name the user who is this client. */
export async function actorOf(client: Client): Promise<string> {
  const { body } = await client.get<{ id: string }>('/api/auth/me');
  return `user:${body.id}`;
}

/** Makes accounts and keys, and gives a client for each. @param admin a client of an administrator */
export class Callers {
  constructor(private readonly admin: Client) {}

  manager(): Promise<Client> {
    return this.user('Manager');
  }

  /** A driver's own account. */
  driver(driverId: string): Promise<Client> {
    return this.user('Driver', { driverId });
  }

  async user(role: Role, fields: { driverId?: string } = {}): Promise<Client> {
    const account = { email: `${randomUUID()}@fleet.example`, password: PASSWORD };
    await this.create('/api/users', { ...account, name: 'Bia Lima', role, ...fields });
    return signIn(this.admin, account);
  }

  /** A service with a key of these scopes. */
  async service(...scopes: Permission[]): Promise<Client> {
    const { key } = await this.create<{ key: string }>('/api/api-keys', { name: 'A service', scopes });
    return this.admin.as({ 'X-Api-Key': key });
  }

  private async create<Body>(path: string, fields: object): Promise<Body> {
    const { status, body, text } = await this.admin.post<Body>(path, fields);
    if (status !== 201) throw new Error(`POST ${path} answered ${status}: ${text}`);
    return body;
  }
}
