import 'better-sqlite3'; // planted: one-driver-of-the-embedded-engine
import 'better-sqlite3-napi'; // planted: one-driver-of-the-embedded-engine

export const migration = 'A program reaches this.';
