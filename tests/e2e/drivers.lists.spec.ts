import { DriverView } from '@fleet/application/drivers/driver.view';
import { Page } from '@fleet/application/shared/page';
import { Database } from '@fleet/infrastructure/shared/database/database';
import { Fleet } from './support/fleet';
import { cursorOf, join, listedIds, readPages } from './support/lists';
import { expectFaultsOf, expectProblem } from './support/problems';
import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
let fleet: Fleet;
/** Registered in this order: Ana, José Ávila, Zé %_[, Inês (inactive), Rui Constantinople (on a trip). */
let ana: string, jose: string, ze: string, ines: string, rui: string;
beforeAll(async () => {
  api = await startTestApi();
  fleet = new Fleet(api.client);
  ana = (await fleet.driver({ name: 'Ana Souza', licenseNumber: 'Rio-0001' })).id;
  jose = (await fleet.driver({ name: 'José Ávila', licenseNumber: 'Rio-00012' })).id;
  ze = (await fleet.driver({ name: 'Zé %_[', licenseNumber: 'São-ß' })).id;
  ines = (await fleet.driver({ name: 'Inês Souto', licenseNumber: 'SP 77' })).id;
  rui = (await fleet.driver({ name: 'Rui Constantinople', licenseNumber: 'MG-1' })).id;
  await api.client.post(`/api/drivers/${ines}/deactivate`);
  await fleet.trip({ driverId: rui });
  // Three of them in the same millisecond: the order must hold all the same.
  const at = '2026-01-31T12:00:00.000Z';
  const same = `Id IN ('${jose}', '${ze}', '${ines}')`;
  const { writer } = api.app.get(Database, { strict: false });
  await writer.query(`UPDATE Drivers SET CreatedAt = '2026-01-31T11:00:00.000Z' WHERE Id = '${ana}'`);
  await writer.query(`UPDATE Drivers SET CreatedAt = '${at}' WHERE ${same}`);
});
afterAll(() => api.stop());

const list = (parameters: string) => listedIds(api.client, `/api/drivers?${parameters}`);
const inAnyOrder = (ids: string[]) => [...ids].sort();

describe('GET /api/drivers', () => {
  it('lists whole drivers, the first registered first', async () => {
    const { status, body } = await api.client.get<Page<DriverView>>('/api/drivers');
    expect(status).toBe(200);
    expect(body.nextCursor).toBeNull();
    const ids = body.items.map(({ id }) => id);
    expect([ids[0], ids[4]]).toEqual([ana, rui]);
    expect(inAnyOrder(ids)).toEqual(inAnyOrder([ana, jose, ze, ines, rui]));
    for (const driver of body.items) {
      expect(driver).toEqual((await api.client.get(`/api/drivers/${driver.id}`)).body);
    }
  });

  it('has flags that are true or false', async () => {
    const { body } = await api.client.get<Page<DriverView>>('/api/drivers');
    const flags = new Map(body.items.map(({ id, active, available }) => [id, [active, available]]));
    expect(flags.get(ana)).toEqual([true, true]);
    expect(flags.get(ines)).toEqual([false, false]);
    expect(flags.get(rui)).toEqual([true, false]);
  });

  it.each([1, 2, 4, 5])('gives every driver once, %d a page, in both directions', async (limit) => {
    const ascending = await readPages<DriverView>(api.client, '/api/drivers?sort=createdAt', limit);
    const descending = await readPages<DriverView>(api.client, '/api/drivers?sort=-createdAt', limit);
    expect(ascending.slice(0, -1).every((page) => page.length === limit)).toBe(true);
    expect(ascending).toHaveLength(Math.ceil(5 / limit));
    const ids = ascending.flat().map(({ id }) => id);
    expect(ids).toEqual(await list('sort=createdAt'));
    expect(new Set(ids).size).toBe(5);
    expect(descending.flat().map(({ id }) => id)).toEqual([...ids].reverse());
  });

  it('filters by what a driver is doing', async () => {
    expect(inAnyOrder(await list('active=true'))).toEqual(inAnyOrder([ana, jose, ze, rui]));
    expect(await list('active=false')).toEqual([ines]);
    expect(inAnyOrder(await list('available=true'))).toEqual(inAnyOrder([ana, jose, ze]));
    expect(inAnyOrder(await list('available=false'))).toEqual(inAnyOrder([ines, rui]));
    expect(await list('active=true&available=false')).toEqual([rui]);
    expect(await list('active=false&available=true')).toEqual([]);
  });

  it('filters by the whole licence number in any case', async () => {
    expect(await list('licenseNumber=RIO-0001')).toEqual([ana]);
    expect(await list('licenseNumber=%20rio-0001%20')).toEqual([ana]);
    expect(await list(`licenseNumber=${encodeURIComponent('SÃO-ß')}`)).toEqual([ze]);
    expect(await list('licenseNumber=Rio-000')).toEqual([]);
    expect(await list('licenseNumber=Rio-000%25')).toEqual([]);
    expect(await list('licenseNumber=Rio-0001&active=false')).toEqual([]);
  });

  it.each([
    ['the beginning of a licence number', 'rio-0001', () => [ana, jose]],
    ['a first name', 'ANA', () => [ana]],
    ['the beginning of any word', 'sou', () => [ana, ines]],
    ['words without their accents', 'jose avi', () => [jose]],
    ['words with accents where there are none', 'sóuza', () => [ana]],
    ['every word, of the name or the licence number', 'souza rio', () => [ana]],
    ['words of which one is missing', 'souza sp', () => []],
    ['the inside of a word', 'ouza', () => []],
    ['signs that SQL knows, as they are', '%_[', () => [ze]],
    ['signs that SQL knows, in front of letters', '_%an', () => []],
    ['a word whose first 12 letters are those of a longer one', 'constantinopla', () => [rui]],
    ['words of which one is a letter, which is passed over', 'x rui', () => [rui]],
  ])('searches for %s: %s', async (_, q, found) => {
    expect(inAnyOrder(await list(`q=${encodeURIComponent(q)}`))).toEqual(inAnyOrder(found()));
  });

  it('finds a driver by the new name and number, not by the old', async () => {
    const { id } = await fleet.driver({ name: 'Velho Nome', licenseNumber: 'Old-9' });
    await api.client.put(`/api/drivers/${id}`, { name: 'Novo Nome', licenseNumber: 'New-9', phone: '1198765432' });
    expect([await list('q=novo'), await list('q=new-9')]).toEqual([[id], [id]]);
    expect([await list('q=velho'), await list('q=old-9')]).toEqual([[], []]);
    await api.client.delete(`/api/drivers/${id}`);
    expect(await list('q=novo')).toEqual([]);
  });

  it('takes a blank parameter as a missing one', async () => {
    expect(await list('q=&active=&licenseNumber=%20&sort=')).toHaveLength(5);
  });

  it.each([
    ['limit=0', 'limit'],
    ['limit=201', 'limit'],
    ['limit=1.5', 'limit'],
    ['active=yes', 'active'],
    ['active=1', 'active'],
    ['available=TRUE', 'available'],
    ['sort=name', 'sort'],
    ['sort=createdat', 'sort'],
    ['name=Ana', 'name'],
    ['q=a&q=b', 'q'],
    ['q=a', 'q'],
    ['q=_%20a', 'q'],
  ])('refuses %s', async (parameters, field) => {
    expectFaultsOf(await api.client.get(`/api/drivers?${parameters}`), field);
  });

  it('answers HEAD', async () => {
    const { status, text, headers } = await api.client.send('HEAD', '/api/drivers?limit=1');
    expect([status, text]).toEqual([200, '']);
    expect(headers.get('content-type')).toMatch(/^application\/json/);
  });
});

describe('a cursor of /api/drivers', () => {
  it.each([
    ['of the other direction', '/api/drivers?sort=-createdAt', '/api/drivers'],
    ['of no filter', '/api/drivers', '/api/drivers?active=true'],
    ['of another value', '/api/drivers?active=true', '/api/drivers?active=false'],
    ['of another filter', '/api/drivers?active=true', '/api/drivers?available=true'],
    ['of another search', '/api/drivers?q=sou', '/api/drivers?q=so'],
    ['of the available drivers', '/api/drivers/available', '/api/drivers'],
    ['of all drivers', '/api/drivers', '/api/drivers/available'],
    ['of the vehicles', '/api/vehicles?sort=createdAt', '/api/drivers'],
  ])('is refused when it is %s', async (_, from, to) => {
    await fleet.vehicle();
    const cursor = await cursorOf(api.client, from);
    expectProblem(await api.client.get(join(to, `cursor=${cursor}`)), 400, 'INVALID_CURSOR');
  });

  it('is refused when it is broken', async () => {
    const cursor = await cursorOf(api.client, '/api/drivers');
    const parts = JSON.stringify(['x', '2026-01-31T12:00:00.000Z', ana]);
    const broken = ['x', `${cursor}x`, `.${cursor}`, cursor.slice(1), cursor.slice(0, -1), '[]', 'bnVsbA', btoa(parts)];
    for (const text of broken) {
      expectProblem(await api.client.get(`/api/drivers?cursor=${encodeURIComponent(text)}`), 400, 'INVALID_CURSOR');
    }
  });

  it('is good for the same filters in another order and with another limit', async () => {
    const cursor = await cursorOf(api.client, '/api/drivers?active=true&available=true');
    const next = `/api/drivers?limit=200&available=true&active=true&sort=createdAt&cursor=${cursor}`;
    expect((await api.client.get<Page<DriverView>>(next)).body.items).toHaveLength(2);
  });
});
