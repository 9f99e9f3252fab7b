import { Injectable, Logger } from '@nestjs/common';
import { ChainHead, EventSeals, SealedBatch } from '@fleet/application/audit/event-seals';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Clock } from '@fleet/domain/shared/clock';
import { bulkInsert } from '@fleet/infrastructure/shared/database/bulk-insert';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { guarded } from '@fleet/infrastructure/shared/database/unique-keys';
import { holdsHead } from './chain-head';
import { EventSealRecord, EventSealSchema } from './event-seal.record';
import { BEFORE_THE_FIRST, HashChain } from './hash-chain';
import { SealedEvent } from './sealed-event';
import { unsealedEvents } from './unsealed-events';

/** Somebody else has sealed meanwhile: what was worked out here hangs on a seal that is no longer the last one. */
class ChainHasGrownError extends Error {}

const grown = () => new ChainHasGrownError();
const CHAIN = [
  { name: 'PK_EventSeals', column: 'EventSeals.Position', error: grown },
  { name: 'UQ_EventSeals_EventSequence', column: 'EventSeals.EventSequence', error: grown },
];

/** A row a seal. Writers of events never wait for it: it reads what they have committed, and writes to its own table. */
@Injectable()
export class SqlEventSeals extends EventSeals {
  private readonly logger = new Logger(SqlEventSeals.name);
  /** The last head that this process wrote or found, kept where whoever rewrites the database does not reach it. */
  private known: ChainHead | undefined;

  constructor(
    private readonly database: PrimaryDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly transaction: Transaction,
    private readonly chain: HashChain,
    private readonly clock: Clock,
  ) {
    super();
  }

  async *seal(): AsyncGenerator<SealedBatch> {
    let head = await this.trustedHead();
    if (!head) return;
    const sealedAt = this.clock.now();
    for await (const events of unsealedEvents(this.database)) {
      const seals = this.sealsOf(events, head, sealedAt);
      if (!(await this.append(seals))) return;
      const { position, hash } = seals.at(-1)!;
      head = this.known = { position, hash };
      yield { position, hash, events: events.length };
    }
  }

  /** Where the chain ends; null when it is not the one that was here before: sealing would make a rewritten one whole. */
  private async trustedHead(): Promise<ChainHead | null> {
    // Taken before the chain is read, which may grow meanwhile.
    const { known } = this;
    const stored = await this.head();
    if (known && !(await holdsHead(this.database, known))) {
      this.logger.error({ known, stored }, 'The seals of the event log were cut off or replaced; nothing is sealed');
      return null;
    }
    if (stored.position > 0) this.known = stored;
    return stored;
  }

  private async head(): Promise<ChainHead> {
    const [row] = await this.database.query<{ position: number | string; hash: string }>(
      `SELECT Position AS "position", Hash AS "hash" FROM EventSeals
       ORDER BY Position DESC ${this.database.dialect.firstRows}`,
      [1],
    );
    return { position: Number(row?.position ?? 0), hash: row?.hash ?? BEFORE_THE_FIRST };
  }

  private sealsOf(events: readonly SealedEvent[], { position, hash }: ChainHead, sealedAt: Date): EventSealRecord[] {
    return events.map((event) => {
      hash = this.chain.link(hash, event, sealedAt.toISOString());
      return { position: ++position, eventSequence: Number(event.sequence), sealedAt, hash };
    });
  }

  /** @returns false when the chain has grown at another hand */
  private async append(seals: readonly EventSealRecord[]): Promise<boolean> {
    const insert = () => bulkInsert(this.transaction.manager, EventSealSchema, seals);
    try {
      await this.unitOfWork.run(() => guarded(CHAIN, insert));
      return true;
    } catch (error) {
      if (error instanceof ChainHasGrownError) return false;
      throw error;
    }
  }
}
