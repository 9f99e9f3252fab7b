import { Controller, Get } from '@nestjs/common';
import { HealthController } from '@fleet/api/health/health.controller';
import { HealthModule } from '@fleet/api/health/health.module';
import { createApi } from '@fleet/api/create-api';
import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { actorOf, Callers } from './support/callers';
import { Answer, Client } from './support/client';
import { eventsOf } from './support/event-log';
import { Fleet } from './support/fleet';
import { expectProblem } from './support/problems';
import { rawRequest, sendRaw } from './support/raw-http';
import { until } from './support/server-process';
import { startTestApi, TestApi } from './support/test-api';

const CHALLENGE = 'Bearer realm="FleetManager"';

let api: TestApi;
let nobody: Client;
beforeAll(async () => {
  api = await startTestApi();
  nobody = api.client.as();
});
afterAll(() => api.stop());

function expectRefused(answer: Answer<unknown>, challenge: string): void {
  expectProblem(answer, 401, 'UNAUTHENTICATED');
  expect(answer.headers.get('www-authenticate')).toBe(challenge);
}

describe('who is not known', () => {
  it('is told how to sign in, and what was sent that is no good', async () => {
    expectRefused(await nobody.get('/api/vehicles'), CHALLENGE);
    for (const headers of [{ Authorization: 'Bearer x' }, { Authorization: 'Basic eDp4' }]) {
      expectRefused(await nobody.get('/api/vehicles', headers), `${CHALLENGE}, error="invalid_token"`);
    }
    expectRefused(await nobody.get('/api/vehicles', { 'X-Api-Key': 'x' }), `${CHALLENGE}, error="invalid_token"`);
  });

  it('is not let in by a good token together with a good key', async () => {
    const service = await new Callers(api.client).service('vehicles:read');
    expect((await service.get('/api/vehicles')).status).toBe(200);
    expectRefused(await service.get('/api/vehicles', api.client.headers), `${CHALLENGE}, error="invalid_token"`);
  });

  it('is refused before the body is looked at, or has come', async () => {
    for (const body of ['{', '<a/>', 'x'.repeat(2_000_000)]) {
      expectProblem(await nobody.post('/api/vehicles', body), 401, 'UNAUTHENTICATED');
    }
    expectProblem(await nobody.post('/api/vehicles', '', { 'Content-Type': 'text/xml' }), 401, 'UNAUTHENTICATED');
    const announced = ['Content-Type: text/csv', 'Content-Length: 1000000000'];
    const answer = await sendRaw(nobody, rawRequest('POST /api/vehicles/import', announced, 'plate'));
    expectProblem(answer, 401, 'UNAUTHENTICATED');
  });

  it('is told that a path or a method is wrong like everybody', async () => {
    expectProblem(await nobody.get('/api/nothing'), 404, 'PATH_NOT_FOUND');
    expectProblem(await nobody.send('PATCH', '/api/vehicles'), 405, 'METHOD_NOT_ALLOWED');
    expectProblem(await nobody.get('/api/trips/start'), 405, 'METHOD_NOT_ALLOWED');
  });

  it('learns nothing about ids: what is there and what is not answer alike', async () => {
    const { id } = await new Fleet(api.client).vehicle();
    for (const path of [`/api/vehicles/${id}`, '/api/vehicles/no-id', '/api/vehicles?cursor=broken']) {
      expectProblem(await nobody.get(path), 401, 'UNAUTHENTICATED');
    }
  });
});

describe('who is known', () => {
  it('stands in the event log and in the log, by the id alone', async () => {
    const callers = new Callers(api.client);
    const [manager, service] = [await callers.manager(), await callers.service('vehicles:write')];
    for (const [client, actor] of [
      [manager, await actorOf(manager)],
      [service, expect.stringMatching(/^key:[0-9a-f-]{36}$/)],
    ] as const) {
      const { id } = await new Fleet(client).vehicle({ plate: `ACT-${client === manager ? 1 : 2}` });
      const [event] = await eventsOf(api, id);
      expect(event!.actor).toEqual(actor);
      const line = () => api.logs.find((one) => one.msg === 'request' && one.requestId === event!.correlationId);
      await until(
        async () => line() !== undefined,
        () => 'The request is not in the log.',
      );
      expect(line()).toMatchObject({ actor: event!.actor, status: 201 });
    }
  });
});

describe('a route that does not say who may call it', () => {
  @Controller('forgotten')
  class ForgottenController {
    @Get()
    read(): string {
      return 'everything';
    }
  }

  it('keeps the application from starting, which names it', async () => {
    Reflect.defineMetadata('controllers', [HealthController, ForgottenController], HealthModule);
    try {
      const configuration = loadConfiguration({ DATABASE_URL: 'file::memory:', LOG_LEVEL: 'silent' });
      const app = await createApi(configuration);
      const message = 'GET /api/forgotten does not say who may call it: it needs @Access(…).';
      await expect(app.listen(0, '127.0.0.1')).rejects.toThrow(message);
      await app.close();
    } finally {
      Reflect.defineMetadata('controllers', [HealthController], HealthModule);
    }
  });
});
