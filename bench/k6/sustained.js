// The load that the product is promised to carry.
import { mixture, PROMISE } from './lib/mixture.js';

export { prepare as setup, leave as teardown } from './lib/fleet.js';
export { askFloor, askWhoIsFree, read } from './lib/reads.js';
export { changeFleet, drive } from './lib/writes.js';

export const options = mixture({ rate: 1000, duration: '2m', promise: PROMISE });
