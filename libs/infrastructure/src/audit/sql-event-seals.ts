import { Injectable } from '@nestjs/common';
import { ChainHead, EventSeals, SealedBatch } from '@fleet/application/audit/event-seals';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { bulkInsert } from '@fleet/infrastructure/shared/database/bulk-insert';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { guarded } from '@fleet/infrastructure/shared/database/unique-keys';
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
  constructor(
    private readonly database: PrimaryDatabase,
    private readonly unitOfWork: UnitOfWork,
    private readonly transaction: Transaction,
    private readonly chain: HashChain,
  ) {
    super();
  }

  async *seal(): AsyncGenerator<SealedBatch> {
    let head = await this.head();
    for await (const events of unsealedEvents(this.database)) {
      const seals = this.sealsOf(events, head);
      if (!(await this.append(seals))) return;
      head = seals.at(-1)!;
      yield { position: head.position, hash: head.hash, events: events.length };
    }
  }

  private async head(): Promise<ChainHead> {
    const [row] = await this.database.query<{ position: number | string; hash: string }>(
      `SELECT Position AS "position", Hash AS "hash" FROM EventSeals
       ORDER BY Position DESC ${this.database.dialect.firstRows}`,
      [1],
    );
    return { position: Number(row?.position ?? 0), hash: row?.hash ?? BEFORE_THE_FIRST };
  }

  private sealsOf(events: readonly SealedEvent[], { position, hash }: ChainHead): EventSealRecord[] {
    return events.map((event) => {
      hash = this.chain.link(hash, event);
      return { position: ++position, eventSequence: Number(event.sequence), hash };
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
