import { IdempotencyKeys } from '@fleet/application/shared/idempotency/idempotency-keys';
import { UserRepository } from '@fleet/domain/identity/user.repository';
import { User } from '@fleet/domain/identity/user';

/** The accounts of drivers, which nobody changes here. */
export class NotedUsers extends UserRepository {
  constructor(
    private readonly notes: string[],
    private readonly accounts: readonly User[] = [],
  ) {
    super();
  }

  async findByDriver(): Promise<User[]> {
    this.notes.push('find accounts');
    return [...this.accounts];
  }

  async find(): Promise<User | null> {
    return null;
  }

  async isEmpty(): Promise<boolean> {
    return false;
  }

  async hasAnotherActiveAdmin(): Promise<boolean> {
    return true;
  }

  async confirmPassword(): Promise<boolean> {
    return false;
  }

  add(): Promise<void> {
    return this.write('add');
  }

  update(): Promise<void> {
    return this.write('update');
  }

  remove(): Promise<void> {
    return this.write('remove');
  }

  private async write(what: string): Promise<void> {
    this.notes.push(`${what} account`);
  }
}

/** Notes what is to be forgotten of the answers that were kept. */
export class NotedAnswers extends IdempotencyKeys {
  constructor(private readonly notes: string[]) {
    super();
  }

  async find(): Promise<null> {
    return null;
  }

  async claim(): Promise<null> {
    return null;
  }

  async keep(): Promise<void> {
    this.notes.push('keep answer');
  }

  async forget(resourceId: string): Promise<void> {
    this.notes.push(`forget answers about ${resourceId}`);
  }

  async sweep(): Promise<number> {
    return 0;
  }
}
