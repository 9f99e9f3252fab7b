import { Injectable } from '@nestjs/common';
import { CommittedEvents } from '@fleet/application/shared/committed-events';
import { Transactions } from '@fleet/infrastructure/shared/database/transactions';
import { FORGETTING_EVENTS } from './personal-fields';

/** Leaves nothing of destroyed keys in the files: once the commit is done, because older copies go with the log alone. */
@Injectable()
export class DestroyedKeys {
  constructor(events: CommittedEvents, transactions: Transactions) {
    events.subscribe(async (committed) => {
      if (committed.some(({ type }) => FORGETTING_EVENTS.includes(type))) await transactions.wipeDeleted('PersonKeys');
    });
  }
}
