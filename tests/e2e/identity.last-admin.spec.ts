import { EraseDriverAccounts } from '@fleet/application/identity/erase-driver-accounts';
import { UserView } from '@fleet/application/identity/user.view';
import { Page } from '@fleet/application/shared/page';
import { LastAdminError } from '@fleet/domain/identity/user.errors';
import { Account } from './support/accounts';
import { signIn } from './support/callers';
import { Fleet } from './support/fleet';
import { listedIds } from './support/lists';
import { expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
});
afterAll(() => api.stop());

const erase = (driverId: string) => api.app.get(EraseDriverAccounts, { strict: false }).execute(driverId);

describe('the last active administrator', () => {
  const admin = async () => (await api.client.get<UserView>('/api/auth/me')).body;

  /** The administrator of the tests, when no other one is active. */
  async function aloneAdmin(): Promise<UserView> {
    const me = await admin();
    for (const id of await listedIds(api.client, '/api/users?role=Admin&active=true')) {
      if (id !== me.id) await api.client.post(`/api/users/${id}/deactivate`);
    }
    return me;
  }

  it('is neither deactivated nor given another role, and may be renamed', async () => {
    const { id, email, name } = await aloneAdmin();
    expectProblem(await api.client.post(`/api/users/${id}/deactivate`), 409, 'LAST_ADMIN');
    expectProblem(await api.client.put(`/api/users/${id}`, { email, name, role: 'Manager' }), 409, 'LAST_ADMIN');
    expect((await api.client.put(`/api/users/${id}`, { email, name: 'The boss', role: 'Admin' })).status).toBe(200);
    expect(await admin()).toMatchObject({ id, role: 'Admin' });
  });

  it('is not erased with the driver either', async () => {
    const { id, email, name } = await aloneAdmin();
    const driver = await fleet.driver();
    await api.client.put(`/api/users/${id}`, { email, name, role: 'Admin', driverId: driver.id });
    // That has ended the session.
    api = { ...api, client: await signIn(api.client) };
    await expect(erase(driver.id)).rejects.toThrow(LastAdminError);
    expect(await admin()).toMatchObject({ email, driverId: driver.id });
  });

  it('of two who end each other at the same moment one is left, each time', async () => {
    const me = await admin();
    let [winner, loser] = [await Account.create(api.client, { role: 'Admin' }), await Account.create(api.client)];
    let client = (await winner.session()).as();
    expect((await client.post(`/api/users/${me.id}/deactivate`)).status).toBe(200);
    const roleOf = ({ user: { email, name } }: Account, role: string) => ({ email, name, role });
    for (let round = 0; round < 50; round++) {
      await client.post(`${loser.path}/activate`);
      await client.put(loser.path, roleOf(loser, 'Admin'));
      const rival = (await loser.session()).as();
      const answers = await Promise.all([
        client.post(`${loser.path}/deactivate`),
        round % 2 === 0 ? rival.post(`${winner.path}/deactivate`) : rival.put(winner.path, roleOf(winner, 'Manager')),
      ]);
      const statuses = answers.map(({ status }) => status);
      // The slower one is told that the other is the last, or is nobody by then.
      expect(statuses.filter((status) => status === 200)).toHaveLength(1);
      expect([401, 409]).toContain(statuses.find((status) => status !== 200));
      if (statuses[1] === 200) [winner, loser, client] = [loser, winner, rival];
      const active = await client.get<Page<UserView>>('/api/users?role=Admin&active=true');
      expect(active.body.items.map(({ id }) => id)).toEqual([winner.user.id]);
    }
  });
});
