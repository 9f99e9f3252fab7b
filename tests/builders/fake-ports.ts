import { PersonKeys } from '@fleet/application/shared/person-keys';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { AggregateRepository } from '@fleet/domain/shared/aggregate-repository';
import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { Clock } from '@fleet/domain/shared/clock';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { NOW } from './moments';

/** It is NOW, always. */
export class FixedClock extends Clock {
  now(): Date {
    return NOW;
  }
}

/** Gives out the same identity, which the test then knows. */
export class FixedId extends IdGenerator {
  constructor(private readonly id: string) {
    super();
  }

  next(): string {
    return this.id;
  }
}

/** Runs the work once. */
export class SingleTry extends UnitOfWork {
  run<T>(work: () => Promise<T>): Promise<T> {
    return work();
  }
}

/** Notes what is asked of the keys. */
export class NotedKeys extends PersonKeys {
  constructor(private readonly notes: string[]) {
    super();
  }

  async destroy(): Promise<void> {
    this.notes.push('destroy key');
  }
}

/** Aggregates in memory. It notes what it is asked, such as `update Trip`, in notes that repositories may share. */
export class NotedRepository<A extends AggregateRoot> extends AggregateRepository<A> {
  /** What `hasTrips` says. */
  trips = false;
  /** What `hasDeliveries` says. */
  deliveries = false;
  /** What `hasOpenDeliveries` says. */
  openDeliveries = false;
  /** What `hasUser` says. */
  user = false;
  /** What the next write throws. */
  fault: Error | undefined;

  constructor(
    private readonly kind: string,
    private readonly notes: string[],
    private readonly stored: readonly A[] = [],
  ) {
    super();
  }

  async find(id: string): Promise<A | null> {
    this.notes.push(`find ${this.kind}`);
    return this.stored.find((aggregate) => aggregate.id === id) ?? null;
  }

  async lock(id: string): Promise<boolean> {
    this.notes.push(`lock ${this.kind}`);
    return this.stored.some((aggregate) => aggregate.id === id);
  }

  async hasDeliveries(): Promise<boolean> {
    return this.deliveries;
  }

  async hasOpenDeliveries(): Promise<boolean> {
    return this.openDeliveries;
  }

  async hasTrips(): Promise<boolean> {
    return this.trips;
  }

  async hasUser(): Promise<boolean> {
    return this.user;
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
    this.notes.push(`${what} ${this.kind}`);
    if (this.fault) throw this.fault;
  }
}
