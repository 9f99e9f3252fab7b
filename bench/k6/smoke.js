// A few requests of each kind: does everything answer? They are too few to say how quickly.
import { mixture } from './lib/mixture.js';

export { prepare as setup, leave as teardown } from './lib/fleet.js';
export { askFloor, askWhoIsFree, read } from './lib/reads.js';
export { changeFleet, drive } from './lib/writes.js';

export const options = mixture({ rate: 10, duration: '10s', promise: {} });
