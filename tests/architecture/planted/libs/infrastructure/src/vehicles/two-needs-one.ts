import type { One } from './one-needs-two';

export type Two = One[];
