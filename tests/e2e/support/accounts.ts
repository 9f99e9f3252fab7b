import { randomUUID } from 'node:crypto';
import { SignedInView } from '@fleet/application/identity/signed-in.view';
import { UserView } from '@fleet/application/identity/user.view';
import { Answer, Client } from './client';

export const PASSWORD = 'another walk in the park';

/** A user who can sign in, and the sessions that the user has opened. */
export class Account {
  private constructor(
    readonly user: UserView,
    private readonly client: Client,
  ) {}

  /** @param admin a client of an administrator */
  static async create(admin: Client, fields: object = {}): Promise<Account> {
    const email = `${randomUUID()}@fleet.example`;
    const body = { email, name: 'Bia Lima', role: 'Manager', password: PASSWORD, ...fields };
    const answer = await admin.post<UserView>('/api/users', body);
    if (answer.status !== 201) throw new Error(`The user was answered with ${answer.status}: ${answer.text}`);
    return new Account(answer.body, admin);
  }

  get path(): string {
    return `/api/users/${this.user.id}`;
  }

  /** @param address of a client behind a proxy, where there is one */
  login(password = PASSWORD, address = '127.0.0.1'): Promise<Answer<SignedInView>> {
    const { email } = this.user;
    return this.client.as({ 'X-Forwarded-For': address }).post<SignedInView>('/api/auth/login', { email, password });
  }

  /** A session that has just been opened. */
  async session(password = PASSWORD): Promise<Session> {
    for (;;) {
      const { status, body, text, headers } = await this.login(password);
      if (status === 200) return new Session(this.client, body);
      // Where many tests share a small machine, a server may ask to be left alone for a moment.
      if (!headers.has('retry-after')) throw new Error(`The login was answered with ${status}: ${text}`);
    }
  }
}

/** What an app on somebody's phone has. */
export class Session {
  constructor(
    private readonly client: Client,
    readonly tokens: SignedInView,
  ) {}

  /** Whoever shows the access token. @param server another process than the one that it was opened in */
  as(server = this.client): Client {
    return server.as({ Authorization: `Bearer ${this.tokens.accessToken}` });
  }

  async isOn(server = this.client): Promise<boolean> {
    return (await this.as(server).get('/api/auth/me')).status === 200;
  }

  refresh(refreshToken = this.tokens.refreshToken, server = this.client): Promise<Answer<SignedInView>> {
    return server.as().post<SignedInView>('/api/auth/refresh', { refreshToken });
  }
}
