import type { Two } from './two-needs-one'; // planted: no-cycles

// A cycle is reported once, at its first file.
export type One = Two[];
