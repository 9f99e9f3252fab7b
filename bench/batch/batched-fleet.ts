import { equal } from 'node:assert/strict';
import { signIn } from '@fleet/bench/process/sign-in';

/** How many commands a batch has that is measured. */
export const COMMANDS = 500;

interface WithId {
  readonly id: string;
}

export interface BatchAnswer {
  readonly succeeded: number;
  readonly results: readonly { readonly delivery?: WithId }[];
}

/** A server with a route, and as many vehicles and drivers as a batch has commands. */
export class BatchedFleet {
  private constructor(
    private readonly url: string,
    private readonly headers: Record<string, string>,
    readonly routeId: string,
    readonly crews: readonly { readonly vehicleId: string; readonly driverId: string }[],
  ) {}

  static async make(url: string): Promise<BatchedFleet> {
    const headers = { ...(await signIn(url)), 'content-type': 'application/json' };
    const post = async (path: string, body: object) => {
      const response = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
      equal(response.ok, true, `POST ${path} is answered ${response.status}`);
      return ((await response.json()) as WithId).id;
    };
    const routeId = await post('/api/routes', {
      name: 'Manhã',
      origin: 'Norte',
      destination: 'Sul',
      scheduledStart: '2030-01-07T08:00:00Z',
      checkpoints: [{ location: 'Centro', expectedAt: '2030-01-07T10:00:00Z' }],
    });
    await post(`/api/routes/${routeId}/activate`, {});
    const crews = [];
    for (let index = 0; index < COMMANDS; index++) {
      const vehicleId = await post('/api/vehicles', { plate: `BAT-${index}`, model: 'Fiat Ducato', year: 2022 });
      const driver = { name: 'Ana Souza', licenseNumber: `BAT-${index}`, phone: '19900000001' };
      crews.push({ vehicleId, driverId: await post('/api/drivers', driver) });
    }
    return new BatchedFleet(url, headers, routeId, crews);
  }

  async send(commands: readonly object[], atomic: boolean, key?: string): Promise<[number, BatchAnswer]> {
    const response = await fetch(`${this.url}/api/deliveries/batch`, {
      method: 'POST',
      headers: { ...this.headers, ...(key !== undefined && { 'idempotency-key': key }) },
      body: JSON.stringify({ atomic, commands }),
    });
    return [response.status, (await response.json()) as BatchAnswer];
  }

  /** Asks for a list again and again until `done`; gives how long the slowest of them took, in milliseconds. */
  async longestWait(done: Promise<unknown>): Promise<number> {
    let isDone = false;
    const over = () => (isDone = true);
    done.then(over, over);
    let longest = 0;
    while (!isDone) {
      const began = performance.now();
      await (await fetch(`${this.url}/api/vehicles?limit=1`, { headers: this.headers })).text();
      longest = Math.max(longest, performance.now() - began);
    }
    return longest;
  }
}
