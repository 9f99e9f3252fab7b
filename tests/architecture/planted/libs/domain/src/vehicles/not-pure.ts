export const clocks = [
  Date.now(), // planted: no-restricted-properties
  new Date(), // planted: no-restricted-syntax
  Date(), // planted: no-restricted-syntax
  performance.now(), // planted: no-restricted-globals
  setTimeout(() => undefined, 1), // planted: no-restricted-globals
  setInterval(() => undefined, 1), // planted: no-restricted-globals
  new Date('2026-01-31T12:00:00.000Z'),
];

export const chance = [
  Math.random(), // planted: no-restricted-properties
  crypto.randomUUID(), // planted: no-restricted-globals
  Math.max(1, 2),
];

export const machines = [
  process.env.PORT, // planted: no-restricted-globals
  globalThis.process.pid, // planted: no-restricted-globals
  fetch('http://localhost/'), // planted: no-restricted-globals
  Buffer.from(''), // planted: no-restricted-globals
];
