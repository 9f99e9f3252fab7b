import { Injectable } from '@nestjs/common';
import { hash, parseOptions, verify } from '@node-rs/argon2';
import { bulkhead, isBulkheadRejectedError } from 'cockatiel';
import { PasswordHasher } from '@fleet/application/identity/password-hasher';
import { UnavailableError } from '@fleet/application/shared/application-error';

/** What OWASP recommends: 19 MiB, two passes. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** libuv has four threads by default: one stays free for everybody else. It bounds the memory too. */
const AT_ONCE = 3;
/** Some seconds' work: who comes later would not wait for it anyway. */
const WAITING = 50;

/** No password has this hash, and comparing with it takes as long as with any other. */
const NOBODYS = `$argon2id$v=19$m=${COST.memoryCost},t=${COST.timeCost},p=${COST.parallelism}$${zeros(16)}$${zeros(32)}`;

/** Argon2id, with its parameters in the hash. */
@Injectable()
export class Argon2PasswordHasher extends PasswordHasher {
  private readonly bulkhead = bulkhead(AT_ONCE, WAITING);

  hash(password: string): Promise<string> {
    return this.inTurn(() => hash(password, COST));
  }

  matches(password: string, stored: string | null): Promise<boolean> {
    return this.inTurn(async () => (await verify(stored ?? NOBODYS, password)) && stored !== null);
  }

  isCurrent(stored: string): boolean {
    const { memoryCost, timeCost, parallelism } = parseOptions(stored);
    const isArgon2id = stored.startsWith('$argon2id$v=19$');
    return (
      isArgon2id && memoryCost === COST.memoryCost && timeCost === COST.timeCost && parallelism === COST.parallelism
    );
  }

  private async inTurn<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.bulkhead.execute(work);
    } catch (error) {
      if (isBulkheadRejectedError(error)) throw new UnavailableError('Too many are signing in at once.', error);
      throw error;
    }
  }
}

function zeros(bytes: number): string {
  return Buffer.alloc(bytes).toString('base64').replace(/=+$/, '');
}
