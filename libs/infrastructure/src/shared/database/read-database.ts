import { Dialect, SqlValue } from './dialect';

/**
 * Where queries read from: one statement, plain rows. Identifiers are lower case and instants ISO 8601 text. Inside a unit
 * of work they see what it has written so far; everybody else sees committed work only.
 */
export abstract class ReadDatabase {
  abstract readonly dialect: Dialect;

  /** @param text a statement with `?` for each parameter */
  abstract query<Row>(text: string, parameters: readonly SqlValue[]): Promise<Row[]>;

  abstract close(): Promise<void>;
}

/** Reads where writes go, for what must never be behind them; the other one may be a secondary that lags. */
export abstract class PrimaryDatabase extends ReadDatabase {}
