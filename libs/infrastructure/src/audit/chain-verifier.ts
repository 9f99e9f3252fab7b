import { ChainHead } from '@fleet/application/audit/event-seals';
import { Clock } from '@fleet/domain/shared/clock';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { ChainFault } from './chain-fault';
import { holdsHead } from './chain-head';
import { BEFORE_THE_FIRST, HashChain } from './hash-chain';
import { LateSeals, LateSealsFinder } from './late-seals';
import { SEALED_COLUMNS, SealedEvent } from './sealed-event';
import { highestSealed, LOOK_BACK, unsealedBetween } from './unsealed-events';

const BATCH = 1_000;
/** So many sequences are looked through in one statement, which a server must answer in some seconds. */
const SLICE = 50_000;
/** An event that is younger may have been overtaken on its way to the commit; the next sealing looks for it. */
const LONGEST_WAIT_MS = 10 * 60 * 1000;

/** A seal with its event; the event's columns are null when it is gone. */
type SealedRow = { [Column in keyof SealedEvent]: SealedEvent[Column] | null } & {
  readonly position: number | string;
  readonly sealOf: number | string;
  readonly sealedAt: string;
  readonly hash: string;
};

/** Walks along the chain and finds what is not as it was sealed. Memory holds a batch at a time, however long it is. */
export class ChainVerifier {
  private position = 0;
  private hash = BEFORE_THE_FIRST;
  private readonly late = new LateSealsFinder();

  constructor(
    private readonly database: ReadDatabase,
    private readonly chain: HashChain,
    private readonly clock: Clock,
  ) {}

  /** Where the walk has come to: the end of the chain, once it is done. */
  get head(): ChainHead {
    return { position: this.position, hash: this.hash };
  }

  /** What the walk has come by that is whole, and was sealed long after it had happened. */
  get lateSeals(): readonly LateSeals[] {
    return this.late.found;
  }

  /** @param known a head that was noted earlier, to be found in the chain */
  async *faults(known?: ChainHead): AsyncGenerator<ChainFault> {
    yield* this.brokenLinks();
    yield* this.insertedEvents();
    if (known && !(await holdsHead(this.database, known))) yield { kind: 'cut', head: known };
  }

  /** The first event that waits for its seal, behind all that have one; null when none does. */
  async firstWaiting(): Promise<SealedEvent | null> {
    const sealed = await highestSealed(this.database);
    const [first] = await unsealedBetween(this.database, sealed, Number.MAX_SAFE_INTEGER, 1);
    return first ?? null;
  }

  private async *brokenLinks(): AsyncGenerator<ChainFault> {
    // What the next seal may hang on: the one before it as it stands, and as it should have been.
    let before = [this.hash];
    for await (const { position, sealOf, sealedAt, hash, ...row } of this.seals()) {
      const at = Number(position);
      if (at !== this.position + 1) {
        yield { kind: 'gap', from: this.position + 1, to: at - 1 };
        before = [];
      }
      const event = row.eventId === null ? null : (row as SealedEvent);
      const expected = event ? before.map((previous) => this.chain.link(previous, event, sealedAt)) : [];
      const isWhole = expected.length === 0 || expected.includes(hash);
      if (!event) yield { kind: 'missing', position: at, sequence: Number(sealOf) };
      else if (!isWhole) yield { kind: 'altered', position: at, event };
      else this.late.add(at, event, sealedAt);
      before = isWhole ? [hash] : [hash, expected[0]!];
      [this.position, this.hash] = [at, hash];
    }
  }

  private async *seals(): AsyncGenerator<SealedRow> {
    const next = `SELECT s.Position AS "position", s.EventSequence AS "sealOf", s.SealedAt AS "sealedAt",
      s.Hash AS "hash", ${SEALED_COLUMNS}
      FROM EventSeals AS s LEFT JOIN EventLog AS e ON e.Sequence = s.EventSequence WHERE s.Position > ?
      ORDER BY s.Position ${this.database.dialect.firstRows}`;
    for (let last: number | string | undefined = 0; last !== undefined;) {
      const rows: SealedRow[] = await this.database.query<SealedRow>(next, [Number(last), BATCH]);
      yield* rows;
      last = rows.at(-1)?.position;
    }
  }

  private async *insertedEvents(): AsyncGenerator<ChainFault> {
    const sealed = await highestSealed(this.database);
    const settled = new Date(this.clock.now().getTime() - LONGEST_WAIT_MS).toISOString();
    for (let from = 0; from < sealed;) {
      const to = Math.min(from + SLICE, sealed);
      const events = await unsealedBetween(this.database, from, to, BATCH);
      for (const event of events) {
        const isOutOfReach = Number(event.sequence) <= sealed - LOOK_BACK;
        if (isOutOfReach || event.occurredAt < settled) yield { kind: 'inserted', event };
      }
      from = events.length < BATCH ? to : Number(events.at(-1)!.sequence);
    }
  }
}
