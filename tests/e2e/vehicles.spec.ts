import { startTestApi, TestApi } from './support/test-api';

let api: TestApi;
beforeAll(async () => {
  api = await startTestApi();
});
afterAll(() => api.stop());

const valid = { plate: 'abc-123', model: 'Fiat Uno', year: 2020 };

describe('POST /api/vehicles', () => {
  it('registers a vehicle', async () => {
    const { status, body, headers } = await api.client.post('/api/vehicles', valid);
    expect(status).toBe(201);
    expect(body).toMatchObject({
      plate: 'ABC-123',
      model: 'Fiat Uno',
      year: 2020,
      mileage: 0,
      status: 'Available',
      version: 1,
    });
    expect(headers.get('etag')).toBe('"1"');
    expect(headers.get('location')).toBe(`/api/vehicles/${body.id as string}`);
  });

  it('refuses a plate that is taken, whatever its case', async () => {
    await api.client.post('/api/vehicles', { ...valid, plate: 'TAKEN-1' });
    const { status, body } = await api.client.post('/api/vehicles', { ...valid, plate: ' taken-1 ' });
    expect(status).toBe(409);
    expect(body.code).toBe('PLATE_TAKEN');
  });
});
