import { PageRequest } from '@fleet/application/shared/page';
import { CommittedEventsListener } from '@fleet/application/shared/committed-events';
import { DriverBuilder } from '@fleet/tests/builders/driver.builder';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';
import { ListAvailableDrivers } from './list-available-drivers';

/** A cache that never forgets by itself, over a list that counts how often it is read. */
function scene() {
  const kept = new Map<string, string>();
  const asked: PageRequest[] = [];
  let tell!: CommittedEventsListener;
  const cache = {
    wrap: async (key: string, _ttl: number, load: () => Promise<string>) => {
      if (!kept.has(key)) kept.set(key, await load());
      return kept.get(key)!;
    },
    delete: async (parent: string) =>
      [...kept.keys()].forEach((key) => key.startsWith(`${parent}/`) && kept.delete(key)),
  };
  const queries = {
    listAvailable: async (request: PageRequest) => ({ items: [asked.push(request)], nextCursor: null }),
  };
  const events = { subscribe: (listener: CommittedEventsListener) => void (tell = listener) };
  const list = new ListAvailableDrivers(cache as never, queries as never, events);
  return { list, asked, tell };
}

describe('ListAvailableDrivers', () => {
  it('gives the page as JSON', async () => {
    const { list, asked } = scene();
    expect(await list.execute({ limit: 7, cursor: 'c' })).toBe('{"items":[1],"nextCursor":null}');
    expect(asked).toEqual([{ limit: 7, cursor: 'c' }]);
  });

  it('reads each first page once', async () => {
    const { list, asked } = scene();
    const pages = [{ limit: 7 }, { limit: 8 }];
    for (const page of [...pages, ...pages]) await list.execute(page);
    expect(asked).toHaveLength(2);
  });

  it('keeps no other page: callers can make up cursors without end', async () => {
    const { list, asked } = scene();
    await list.execute({ limit: 7, cursor: 'c' });
    await list.execute({ limit: 7, cursor: 'c' });
    expect(asked).toHaveLength(2);
  });

  it('reads again once something has happened to a driver, whatever else happened with it', async () => {
    const { list, asked, tell } = scene();
    await list.execute({ limit: 7 });
    await tell([...new VehicleBuilder().register().events, ...new DriverBuilder().register().events]);
    await list.execute({ limit: 7 });
    expect(asked).toHaveLength(2);
  });

  it('goes on while things happen to others', async () => {
    const { list, asked, tell } = scene();
    await list.execute({ limit: 7 });
    await tell(new VehicleBuilder().register().events);
    await list.execute({ limit: 7 });
    expect(asked).toHaveLength(1);
  });
});
