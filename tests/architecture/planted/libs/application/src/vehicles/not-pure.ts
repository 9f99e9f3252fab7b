export const clock = Date.now(); // planted: no-restricted-properties
export const now = new Date(); // planted: no-restricted-syntax
export const chance = Math.random(); // planted: no-restricted-properties
export const environment = process.env; // planted: no-restricted-globals
export const timer = setTimeout(() => undefined, 1); // planted: no-restricted-globals
