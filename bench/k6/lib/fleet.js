import http from 'k6/http';
import { BASE } from './client.js';

const SCOPES = ['vehicles:read', 'vehicles:write', 'drivers:read', 'trips:read', 'trips:start', 'trips:end'];
const VEHICLES = 1_200;
const DRIVERS = 600;
/** As long as every id is. */
const ID = 36;
const DAY_MS = 24 * 60 * 60 * 1000;

function post(path, body, headers) {
  const json = { headers: { ...headers, 'Content-Type': 'application/json' }, responseType: 'text' };
  const answer = http.post(`${BASE}${path}`, JSON.stringify(body), json);
  if (answer.status >= 300) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
  return answer.json();
}

function list(path, headers, wanted) {
  const items = [];
  let cursor = '';
  do {
    const answer = http.get(`${BASE}${path}&limit=200${cursor}`, { headers, responseType: 'text' });
    if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}: ${answer.body}`);
    const { items: page, nextCursor } = answer.json();
    items.push(...page);
    cursor = nextCursor && `&cursor=${encodeURIComponent(nextCursor)}`;
  } while (cursor && items.length < wanted);
  return items.slice(0, wanted);
}

/**
 * Signs in, makes an API key for the run, because a token ends sooner than a long run, and looks for vehicles and drivers that
 * are free: the first half of the vehicles drives, the other half is changed.
 */
export function prepare() {
  const { accessToken } = post('/api/auth/login', { email: __ENV.EMAIL, password: __ENV.PASSWORD }, {});
  const administrator = { Authorization: `Bearer ${accessToken}` };
  const run = Math.floor(Date.now() / 1000)
    .toString(36)
    .slice(-5)
    .toUpperCase();
  const expiresAt = new Date(Date.now() + DAY_MS).toISOString();
  const { id, key } = post('/api/api-keys', { name: `load ${run}`, scopes: SCOPES, expiresAt }, administrator);
  const vehicles = list('/api/vehicles?status=Available&sort=createdAt', administrator, VEHICLES);
  const drivers = list('/api/drivers?available=true', administrator, DRIVERS);
  if (vehicles.length < 10 || drivers.length < 5) throw new Error('The fleet has too few free vehicles or drivers.');
  return {
    run,
    key,
    keyId: id,
    administrator,
    // Every VU takes this apart for itself: thousands of values each would keep k6 busy while it should send.
    vehicles: inOneText(vehicles),
    drivers: inOneText(drivers),
    // Nobody has driven further, so that every vehicle may be said to have.
    mileage: Math.max(...vehicles.map(({ mileage }) => mileage)),
  };
}

const inOneText = (items) => items.map(({ id }) => id).join('');

/** How many ids there are in the text. */
export const countOf = (ids) => ids.length / ID;

export const idAt = (ids, place) => ids.substring(place * ID, (place + 1) * ID);

/** Takes the key back. Whoever signed in is not known any more after a long run: then the key ends by itself. */
export function leave({ keyId, administrator }) {
  http.del(`${BASE}/api/api-keys/${keyId}`, null, {
    headers: administrator,
    responseCallback: http.expectedStatuses(204, 401),
  });
}
