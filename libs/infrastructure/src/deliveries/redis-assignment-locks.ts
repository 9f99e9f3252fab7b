import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { AssignmentLocks } from '@fleet/application/deliveries/assignment-locks';
import { Crew } from '@fleet/domain/deliveries/crew';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { RedisLink } from '@fleet/infrastructure/shared/redis/redis-link';
import { SharedRedis } from '@fleet/infrastructure/shared/redis/shared-redis';
import { Turns } from './turns';

/** A holder that is not heard of for so long has died. */
const HELD_MS = 30_000;
const LONGEST_WAIT_MS = 2_000;
const PAUSE_MS = 20;

/**
 * Takes all of the keys or none. Its answer is the fence: a number that grows with every holder, and that the keys hold,
 * so that a holder who was taken for dead lets go of nothing that is another's by now.
 */
const TAKE = `
for index = 2, #KEYS do if redis.call('EXISTS', KEYS[index]) == 1 then return 0 end end
local fence = redis.call('INCR', KEYS[1])
for index = 2, #KEYS do redis.call('SET', KEYS[index], fence, 'PX', ARGV[1]) end
return fence`;

const LET_GO = `
for index = 1, #KEYS do if redis.call('GET', KEYS[index]) == ARGV[1] then redis.call('DEL', KEYS[index]) end end
return 1`;

/**
 * In a process by turns, between processes over Redis. Without Redis, or when it is away or slow, the processes go on at
 * once: the database decides all the same.
 */
@Injectable()
export class RedisAssignmentLocks extends AssignmentLocks {
  private readonly logger = new Logger('AssignmentLocks');
  private readonly link: RedisLink | null;
  private readonly prefix: string;
  private readonly turns = new Turns();

  constructor(
    { link }: SharedRedis,
    { environment }: Configuration,
    private readonly transaction: Transaction,
  ) {
    super();
    this.link = link;
    // In braces, so that a cluster keeps all of these keys together.
    this.prefix = `${environment.REDIS_KEY_PREFIX}{assignments}:`;
  }

  async run<T>({ vehicleId, driverId }: Crew, work: (othersCameFirst: boolean) => Promise<T>): Promise<T> {
    const names = [vehicleId && `vehicle:${vehicleId}`, driverId && `driver:${driverId}`].filter(
      (name) => name !== null,
    );
    // Whoever has a transaction open must not wait for others, who may wait for that transaction.
    if (this.transaction.isOpen) return work(false);
    return this.turns.run(names, LONGEST_WAIT_MS, (othersCameFirst) => this.apart(names, othersCameFirst, work));
  }

  /** Of one process's requests for the same, one at a time comes here. */
  private async apart<T>(
    names: readonly string[],
    othersCameFirst: boolean,
    work: (othersCameFirst: boolean) => Promise<T>,
  ): Promise<T> {
    if (!this.link || names.length === 0) return work(othersCameFirst);
    const keys = names.map((name) => this.prefix + name);
    const { fence, hasWaited } = await this.take(this.link, keys);
    try {
      return await work(othersCameFirst || hasWaited);
    } finally {
      if (fence > 0) await this.letGo(this.link, keys, fence);
    }
  }

  /** @returns a fence of 0 when there was no lock to be had in time */
  private async take(link: RedisLink, keys: string[]): Promise<{ fence: number; hasWaited: boolean }> {
    const script = { keys: [`${this.prefix}fence`, ...keys], arguments: [String(HELD_MS)] };
    const giveUpAt = performance.now() + LONGEST_WAIT_MS;
    try {
      for (let hasWaited = false; ; hasWaited = true) {
        const fence = Number(await link.run('eval', (client) => client.eval(TAKE, script)));
        if (fence > 0 || performance.now() > giveUpAt) return { fence, hasWaited };
        await sleep(PAUSE_MS * (0.5 + Math.random()));
      }
    } catch (error) {
      this.logger.debug(`Goes on without a lock: ${(error as Error).message}`);
      return { fence: 0, hasWaited: false };
    }
  }

  private async letGo(link: RedisLink, keys: string[], fence: number): Promise<void> {
    // Where it cannot, the locks expire by themselves.
    await link
      .run('eval', (client) => client.eval(LET_GO, { keys, arguments: [String(fence)] }))
      .catch(() => undefined);
  }
}
