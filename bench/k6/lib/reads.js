import http from 'k6/http';
import { get } from './client.js';
import { countOf, idAt } from './fleet.js';

const STATUSES = ['Available', 'InUse', 'InMaintenance'];
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const WORDS = ['fiat', 'volkswagen', 'renault', 'ford', 'toyota'];
const any = (values) => values[Math.floor(Math.random() * values.length)];
const anyId = (ids) => idAt(ids, Math.floor(Math.random() * countOf(ids)));

const oneVehicle = ({ key, vehicles }) => get(key, `/api/vehicles/${anyId(vehicles)}`, 'uncached', '/api/vehicles/:id');
const oneDriver = ({ key, drivers }) => get(key, `/api/drivers/${anyId(drivers)}`, 'uncached', '/api/drivers/:id');
const listed = ({ key }) => get(key, '/api/vehicles?limit=50', 'uncached', '/api/vehicles');
const withStatus = ({ key }) =>
  get(key, `/api/vehicles?limit=50&sort=-mileage&status=${any(STATUSES)}`, 'uncached', '/api/vehicles?status');
const withPlate = ({ key }) =>
  get(key, `/api/vehicles?limit=50&plate=${any(LETTERS)}`, 'uncached', '/api/vehicles?plate');
const withWord = ({ key }) => get(key, `/api/vehicles?limit=50&q=${any(WORDS)}`, 'uncached', '/api/vehicles?q');
const onTheRoad = ({ key }) => get(key, '/api/trips/active?limit=50', 'uncached', '/api/trips/active');

/** One vehicle or driver in four of seven cases, a list in the others. */
const READS = [
  ...Array(7).fill(oneVehicle),
  oneDriver,
  ...Array(2).fill(listed),
  ...Array(2).fill(withStatus),
  withPlate,
  withWord,
];

export function read(fleet) {
  (Math.random() < 1 / 15 ? onTheRoad : any(READS))(fleet);
}

/** Who is free: the lists that are cached. */
export function askWhoIsFree({ key }) {
  if (Math.random() < 0.6) get(key, '/api/vehicles/available?limit=50', 'cached', '/api/vehicles/available');
  else get(key, '/api/drivers/available?limit=50', 'cached', '/api/drivers/available');
}

/** A list of a bare server that works beside the product. */
export function askFloor() {
  const tags = { kind: 'floor', name: 'GET the bare server' };
  // It is not among the requests of which so many may fail.
  http.get(`${__ENV.FLOOR_URL}/api/vehicles?limit=50`, { tags, responseCallback: null });
}
