import { EntitySchema } from 'typeorm';

/** One link of the chain, for one event. */
export interface EventSealRecord {
  /** Its place in the chain, from 1 and without gaps: the order in which events were sealed. */
  position: number;
  eventSequence: number;
  /** When the run began that sealed it. */
  sealedAt: Date;
  /** A keyed hash of the seal before it, of that instant and of the event's row. */
  hash: string;
}

export const EventSealSchema = new EntitySchema<EventSealRecord>({
  name: 'EventSeal',
  tableName: 'EventSeals',
  columns: {
    position: { name: 'Position', type: 'bigint', primary: true },
    eventSequence: { name: 'EventSequence', type: 'bigint' },
    sealedAt: { name: 'SealedAt', type: 'datetime2', precision: 3 },
    hash: { name: 'Hash', type: 'nvarchar', length: 43 },
  },
});
