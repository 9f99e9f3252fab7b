import { randomUUID } from 'node:crypto';
import { DriverView } from '@fleet/application/drivers/driver.view';
import { RouteView } from '@fleet/application/routes/route.view';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { aPngOf } from '@fleet/tests/builders/images';
import { Client } from './client';
import { Fleet } from './fleet';
import { KnownFleet } from './known-fleet';
import { Random } from './random';
import { aRoute, Command, randomCommand } from './random-command';

const CREWS = 15;
const ROUTES = 25;

/** A command that was sent, and its answer if one has come. */
export interface Sent extends Command {
  readonly key: string;
  status?: number;
  text?: string;
}

/** Clients of a fleet who do at random what people do with routes and deliveries, and remember all of it. */
export class FleetLoad {
  readonly sent: Sent[] = [];
  /** Every answer with a status of 500 or more. */
  readonly failures: string[] = [];
  private readonly random: Random;

  private constructor(
    private readonly seed: number,
    readonly fleet: KnownFleet,
  ) {
    this.random = new Random(seed);
  }

  static async prepare(client: Client, seed: number): Promise<FleetLoad> {
    const fleet = new Fleet(client);
    const [vehicles, drivers]: [VehicleView[], DriverView[]] = [[], []];
    for (let index = 0; index < CREWS; index++) {
      vehicles.push(await fleet.vehicle());
      drivers.push(await fleet.driver());
    }
    const idsOf = (list: readonly { id: string }[]) => list.map(({ id }) => id);
    const load = new FleetLoad(seed, new KnownFleet(idsOf(vehicles), idsOf(drivers)));
    for (let index = 0; index < ROUTES; index++) {
      const { body } = await client.post<RouteView>('/api/routes', aRoute(load.random));
      load.fleet.learn((await client.post<RouteView>(`/api/routes/${body.id}/activate`)).body);
    }
    return load;
  }

  get answered(): Sent[] {
    return this.sent.filter(({ text }) => text !== undefined);
  }

  /**
   * So many clients at once, until that many commands more are sent, or until nobody answers.
   * @param server which of the processes the next request goes to
   * @returns what has stopped clients before the end
   */
  async run(clients: number, commands: number, server: (turn: number) => Client): Promise<string[]> {
    const enough = this.sent.length + commands;
    const stopped: string[] = [];
    const first = this.seed + this.sent.length * clients;
    const send = async (random: Random) => {
      while (this.sent.length < enough) await this.send(randomCommand(this.fleet, random), server(random.below(1_000)));
    };
    const running = Array.from({ length: clients }, (_, number) =>
      send(new Random(first + number)).catch((error: Error) => void stopped.push(error.message)),
    );
    await Promise.all(running);
    return stopped;
  }

  /** Sends what was sent before once more. */
  again(sent: Sent, client: Client): Promise<{ status: number; text: string }> {
    return request(client, sent);
  }

  private async send(command: Command, client: Client): Promise<void> {
    const sent: Sent = { ...command, key: randomUUID() };
    this.sent.push(sent);
    const { status, text } = await request(client, sent);
    Object.assign(sent, { status, text });
    if (status >= 500) this.failures.push(`${command.method} ${command.path} ${status} ${text}`);
    if (status < 300) this.fleet.learn(JSON.parse(text) as object);
  }
}

/** Where others keep a small machine busy, a process may turn everybody away at its door: who comes again is let in. */
async function request(client: Client, sent: Sent): Promise<{ status: number; text: string }> {
  for (;;) {
    const answer = await (sent.photos ? sendForm(client, sent) : sendJson(client, sent));
    if (!answer.text.includes('The service is overloaded')) return answer;
  }
}

async function sendJson(client: Client, { method, path, body, key }: Sent): Promise<{ status: number; text: string }> {
  const { status, text } = await client.send(method, path, body, method === 'POST' ? { 'Idempotency-Key': key } : {});
  return { status, text };
}

async function sendForm(client: Client, { path, body, photos, key }: Sent): Promise<{ status: number; text: string }> {
  const form = new FormData();
  for (const [name, value] of Object.entries(body ?? {})) form.set(name, String(value));
  for (let index = 0; index < photos!; index++) {
    // Each with pixels of its own, the same ones when it is sent again.
    const image = aPngOf(2_000 + index, parseInt(key.slice(0, 2), 16));
    form.append('photos', new Blob([Uint8Array.from(image)], { type: 'image/png' }), `${index}.png`);
  }
  const headers = { ...client.headers, 'Idempotency-Key': key };
  const answer = await fetch(client.baseUrl + path, { method: 'POST', headers, body: form });
  return { status: answer.status, text: await answer.text() };
}
