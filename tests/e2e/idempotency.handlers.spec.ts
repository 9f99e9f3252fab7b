import { randomUUID } from 'node:crypto';
import { Controller, HttpCode, Post } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { Idempotent, NotIdempotent } from '@fleet/api/http/idempotency/idempotent';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';
import { Client } from './support/client';
import { startProbe } from './support/probe-api';
import { expectProblem } from './support/problems';
import { createTestDatabase, TestDatabase } from './support/test-database';

/** Handlers that the product does not have, to see what becomes of what they do. */
@Controller('probe')
class ProbeController {
  calls = 0;
  faults: Error[] = [];
  gate: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vehicles: VehicleRepository,
  ) {}

  @Post('nothing')
  @Idempotent()
  @HttpCode(204)
  nothing(): void {
    this.calls++;
  }

  @Post('text')
  @Idempotent()
  text(): string {
    return `call ${++this.calls}`;
  }

  @Post('vehicle')
  @Idempotent()
  async vehicle(): Promise<object> {
    const vehicle = new VehicleBuilder().withPlate(`P-${++this.calls}`).register();
    await this.unitOfWork.run(() => this.vehicles.add(vehicle));
    await this.gate;
    const fault = this.faults.shift();
    if (fault) throw fault;
    return { id: vehicle.id, date: new Date(0), missing: undefined, price: 1.5, nothing: null };
  }

  @Post('no-key')
  @NotIdempotent('it counts')
  noKey(): object {
    return { calls: ++this.calls };
  }
}

@Controller('forgetful')
class ForgetfulController {
  @Post()
  says(): string {
    return 'nothing about repeats';
  }
}

let database: TestDatabase;
let app: NestFastifyApplication;
let client: Client;
let probe: ProbeController;
beforeAll(async () => {
  database = createTestDatabase();
  app = await startProbe(database, ProbeController);
  client = new Client(await app.getUrl());
  probe = app.get(ProbeController);
});
beforeEach(() => Object.assign(probe, { faults: [], gate: Promise.resolve() }));
afterAll(async () => {
  await app?.close();
  await database?.drop();
});

const post = (path: string, key?: string) =>
  client.post(`/probe/${path}`, undefined, key === undefined ? {} : { 'Idempotency-Key': key });

/** How often the handler is called meanwhile. */
async function callsDuring(work: () => Promise<unknown>): Promise<number> {
  const before = probe.calls;
  await work();
  return probe.calls - before;
}

describe('a handler that is given a key', () => {
  it('may answer without a body', async () => {
    const key = randomUUID();
    const answers: unknown[] = [];
    const send = async () => {
      const { status, text, headers } = await post('nothing', key);
      answers.push([status, text, headers.get('idempotency-replayed')]);
    };
    expect(await callsDuring(send)).toBe(1);
    expect(await callsDuring(send)).toBe(0);
    expect(answers).toEqual([[204, '', null], [204, '', 'true']]); // prettier-ignore
  });

  it.each(['text', 'vehicle'])('gets its %s sent again byte for byte', async (path) => {
    const key = randomUUID();
    const first = await post(path, key);
    expect(first.status).toBe(201);
    const again = await post(path, key);
    expect([again.status, again.text]).toEqual([201, first.text]);
    expect(again.headers.get('content-type')).toBe(first.headers.get('content-type'));
  });

  it('is called anew when it lost a race, and leaves nothing of the times before', async () => {
    const key = randomUUID();
    probe.faults = [new ConcurrentUpdateError(), new ConcurrentUpdateError()];
    const before = probe.calls;
    const answer = await post('vehicle', key);
    expect([answer.status, probe.calls - before]).toEqual([201, 3]);
    expect((await post('vehicle', key)).text).toBe(answer.text);
    expect(await isStored(before + 1, before + 2, before + 3)).toEqual([false, false, true]);
  });

  it('leaves neither its work nor its key when it fails', async () => {
    const key = randomUUID();
    probe.faults = [new Error('a mistake of ours')];
    const before = probe.calls;
    expectProblem(await post('vehicle', key), 500, 'INTERNAL');
    const again = await post('vehicle', key);
    expect([again.status, again.headers.get('idempotency-replayed')]).toEqual([201, null]);
    expect(await isStored(before + 1, before + 2)).toEqual([false, true]);
  });

  it('is called every time without one', async () => {
    expect(await callsDuring(() => Promise.all([post('text'), post('text')]))).toBe(2);
  });
});

describe('a request whose key is being worked on', () => {
  it('is told so, and when to ask again; then it gets the answer', async () => {
    const key = randomUUID();
    let release = () => {};
    probe.gate = new Promise<void>((resolve) => (release = resolve));
    const calls = await callsDuring(async () => {
      // Whichever comes second is refused while the other is still at the gate.
      const both = [post('vehicle', key), post('vehicle', key)];
      const refused = await Promise.race(both);
      expectProblem(refused, 409, 'IDEMPOTENCY_IN_FLIGHT');
      expect(refused.headers.get('retry-after')).toBe('1');
      expectProblem(await post('nothing', key), 409, 'IDEMPOTENCY_IN_FLIGHT');
      release();
      const done = (await Promise.all(both)).find(({ status }) => status === 201)!;
      const again = await post('vehicle', key);
      expect([again.text, again.headers.get('idempotency-replayed')]).toEqual([done.text, 'true']);
    });
    expect(calls).toBe(1);
  });

  it('is free again when the work fails', async () => {
    const key = randomUUID();
    probe.faults = [new Error('a mistake of ours')];
    expect((await post('vehicle', key)).status).toBe(500);
    expect((await post('vehicle', key)).status).toBe(201);
  });

  it('hinders no other key', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => post('vehicle', randomUUID())));
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(20);
    expect(answers.every(({ status }) => status === 201)).toBe(true);
  });
});

describe('a route', () => {
  it('that takes no key does not look at it', async () => {
    expect(await callsDuring(() => post('no-key', 'a').then(() => post('no-key', 'a')))).toBe(2);
  });

  it('that says nothing about repeats keeps the application from starting', async () => {
    const other = createTestDatabase();
    await expect(startProbe(other, ForgetfulController)).rejects.toThrow('POST /forgetful says nothing about repeats');
    await other.drop();
  });
});

/** Whether the vehicles of these calls are in the database. */
function isStored(...calls: number[]): Promise<boolean[]> {
  const [unitOfWork, vehicles] = [
    app.get(UnitOfWork, { strict: false }),
    app.get(VehicleRepository, { strict: false }),
  ];
  return unitOfWork.run(async () => {
    const found = await vehicles.findByPlates(calls.map((call) => `P-${call}`));
    const plates = found.map((vehicle) => vehicle.snapshot().plate);
    return calls.map((call) => plates.includes(`P-${call}`));
  });
}
