import { Injectable, Logger } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Statements } from '@fleet/infrastructure/shared/database/statements';

const EVERY_MS = 60_000;
const MAX_KEYS = 10_000;

/** Writes down when a key was last used, once a minute at most; nobody waits for it, and nothing fails with it. */
@Injectable()
export class ApiKeyUse {
  private readonly logger = new Logger('ApiKeys');
  private readonly written = new LRUCache<string, number>({ max: MAX_KEYS });

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly statements: Statements,
  ) {}

  note(id: string, now: Date): void {
    if (now.getTime() - (this.written.get(id) ?? -Infinity) < EVERY_MS) return;
    this.written.set(id, now.getTime());
    this.write(id, now).catch((error: unknown) => {
      this.logger.warn({ err: error, apiKey: id }, 'When an API key was last used could not be written down');
    });
  }

  private write(id: string, now: Date): Promise<number> {
    // Another process may have written a later moment.
    const update = 'UPDATE ApiKeys SET LastUsedAt = ? WHERE Id = ? AND (LastUsedAt IS NULL OR LastUsedAt < ?)';
    return this.unitOfWork.run(() => this.statements.change(update, [now, id, now]));
  }
}
