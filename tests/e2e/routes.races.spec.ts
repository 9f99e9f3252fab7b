import { RouteView } from '@fleet/application/routes/route.view';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { RouteRepository } from '@fleet/domain/routes/route.repository';
import { contradictions } from './support/consistency';
import { Deliveries } from './support/deliveries';
import { eventsOf } from './support/event-log';
import { Fleet } from './support/fleet';
import { expectProblem } from './support/problems';
import { onSqlServer } from './support/test-database';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
let deliveries: Deliveries;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
  deliveries = new Deliveries(api.app);
});
afterAll(() => api.stop());

/** No more than have a connection each where the server is slow: who waits for one longer than 5 s is turned away. */
const RIVALS = onSqlServer ? 15 : 50;
const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const read = async (id: string) => (await api.client.get<RouteView>(`/api/routes/${id}`)).body;
const at = (minute: number) => new Date(Date.parse('2026-03-02T09:00:00Z') + minute * 60_000).toISOString();

/** Looks again where that is, until nobody has come in between. The answer's version. */
async function addWhereItBelongs(id: string, rival: number): Promise<number> {
  for (;;) {
    const { checkpoints } = await read(id);
    const sequence = checkpoints.filter(({ expectedAt }) => expectedAt < at(rival)).length + 1;
    const checkpoint = { location: `Of ${rival}`, expectedAt: at(rival), sequence };
    const answer = await api.client.post<RouteView>(`/api/routes/${id}/checkpoints`, checkpoint);
    if (answer.status === 200) return answer.body.version;
    expectProblem(answer, 400, 'CHECKPOINT_OUT_OF_ORDER');
  }
}

describe('of many who plan one route at the same moment', () => {
  it('one puts a checkpoint in front, for the time that all of them want', async () => {
    const { id } = await fleet.route({ checkpoints: [{ location: 'Last', expectedAt: at(600) }] });
    const checkpoint = { location: 'New', expectedAt: at(1), sequence: 1 };
    const answers = await Promise.all(
      numbers(RIVALS).map(() => api.client.post<RouteView>(`/api/routes/${id}/checkpoints`, checkpoint)),
    );
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    for (const answer of answers) if (answer !== winners[0]) expectProblem(answer, 400, 'CHECKPOINT_OUT_OF_ORDER');
    expect((await read(id)).checkpoints.map(({ location }) => location)).toEqual(['New', 'Last']);
  });

  it('everybody adds one, nobody loses anything, and the sequences have no gap', async () => {
    const { id } = await fleet.route({ checkpoints: [] });
    const versions = await Promise.all(numbers(RIVALS).map((rival) => addWhereItBelongs(id, rival)));
    expect(versions.sort((one, other) => one - other)).toEqual(numbers(RIVALS).map((index) => index + 2));
    const { checkpoints, scheduledEnd, version } = await read(id);
    expect(checkpoints.map(({ sequence }) => sequence)).toEqual(numbers(RIVALS).map((index) => index + 1));
    expect(checkpoints.map(({ location }) => location)).toEqual(numbers(RIVALS).map((rival) => `Of ${rival}`));
    expect([scheduledEnd, version]).toEqual([at(RIVALS - 1), RIVALS + 1]);
    expect((await eventsOf(api, id)).map((event) => event.version)).toEqual(numbers(RIVALS + 1).map((one) => one + 1));
  });

  it('one changes the version that all have seen', async () => {
    const { id, name, origin, destination, scheduledStart } = await fleet.route();
    const plan = { name, origin, destination, scheduledStart };
    const answers = await Promise.all(
      numbers(RIVALS).map((rival) =>
        api.client.put<RouteView>(`/api/routes/${id}`, { ...plan, name: `Of ${rival}` }, { 'If-Match': '"1"' }),
      ),
    );
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    for (const answer of answers) if (answer !== winners[0]) expectProblem(answer, 412, 'VERSION_MISMATCH');
    expect(await read(id)).toEqual(winners[0]!.body);
  });

  it.each([
    ['activate', () => fleet.route(), 'ROUTE_NOT_IN_PLANNING'],
    ['complete', () => fleet.activeRoute(), 'ROUTE_NOT_ACTIVE'],
    ['cancel', () => fleet.activeRoute(), 'ROUTE_ALREADY_ENDED'],
  ])('one can %s it', async (action, plan, code) => {
    const { id, version } = await plan();
    const answers = await Promise.all(numbers(RIVALS).map(() => api.client.post(`/api/routes/${id}/${action}`)));
    const winners = answers.filter(({ status }) => status === 200);
    expect(winners).toHaveLength(1);
    for (const answer of answers) if (answer !== winners[0]) expectProblem(answer, 400, code);
    expect(await read(id)).toMatchObject({ version: version + 1 });
  });
});

describe('a delivery that is created while its route ends', () => {
  /** As a delivery is created: the route is kept from ending, and must be active. */
  async function create(routeId: string): Promise<boolean> {
    const routes = api.app.get(RouteRepository, { strict: false });
    return deliveries.run(async () => {
      await routes.lock(routeId);
      const route = await routes.find(routeId);
      if (route!.snapshot().status !== 'Active') return false;
      await deliveries.repository.add(deliveries.create(routeId));
      return true;
    });
  }

  it.each(['complete', 'cancel'])('is there or the route ends (%s), never both', async (action) => {
    const routes: RouteView[] = [];
    while (routes.length < 8) routes.push(await fleet.activeRoute());
    const outcomes = await Promise.all(
      routes.map(({ id }, index) => {
        const end = () => api.client.post(`/api/routes/${id}/${action}`);
        const early = index % 2 === 0 && end();
        const created = create(id);
        return Promise.all([created, early || end()]);
      }),
    );
    for (const [created, ended] of outcomes) {
      if (created) expectProblem(ended, 409, 'ROUTE_HAS_OPEN_DELIVERIES');
      else expect(ended.status).toBe(200);
    }
    const statuses = await Promise.all(routes.map(async ({ id }) => (await read(id)).status));
    expect(statuses.map((status) => status === 'Active')).toEqual(outcomes.map(([created]) => created));
  });

  it('leaves no contradiction behind', async () => {
    expect(await contradictions(api.app.get(Database, { strict: false }).writer)).toEqual({});
  });
});
