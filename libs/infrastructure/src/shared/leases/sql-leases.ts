import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FindOptionsWhere, LessThan, LessThanOrEqual } from 'typeorm';
import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import { Lease, Leases } from '@fleet/application/shared/lease';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Clock } from '@fleet/domain/shared/clock';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { guarded } from '@fleet/infrastructure/shared/database/unique-keys';
import { LeaseRecord, LeaseSchema } from './lease.record';

const NAME_TAKEN = { name: 'PK_Leases', column: 'Leases.Name', error: () => new ConcurrentUpdateError() };

/** A row a lease: whoever changes the row first holds it, and the epoch keeps a tick from being held twice. */
@Injectable()
export class SqlLeases extends Leases {
  private readonly holder = randomUUID();

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transaction: Transaction,
    private readonly clock: Clock,
    private readonly database: ReadDatabase,
  ) {
    super();
  }

  acquire(name: string, epoch: number, ttl: number): Promise<Lease | null> {
    return this.unitOfWork.run(async () => {
      await this.ensureRow(name);
      const free = { name, expiresAt: LessThanOrEqual(this.now()), epoch: LessThan(epoch) };
      const taken = await this.change(free, { holder: this.holder, expiresAt: this.in(ttl), epoch });
      return taken ? { name, epoch } : null;
    });
  }

  renew({ name, epoch }: Lease, ttl: number): Promise<boolean> {
    return this.unitOfWork.run(() => this.change({ name, epoch, holder: this.holder }, { expiresAt: this.in(ttl) }));
  }

  async release({ name, epoch }: Lease): Promise<void> {
    await this.unitOfWork.run(() => this.change({ name, epoch, holder: this.holder }, { expiresAt: this.clock.now() }));
  }

  private async ensureRow(name: string): Promise<void> {
    const { manager } = this.transaction;
    if (await manager.existsBy(LeaseSchema, { name })) return;
    const row = { name, holder: this.holder, expiresAt: new Date(0), epoch: 0 };
    await guarded([NAME_TAKEN], () => manager.insert(LeaseSchema, row));
  }

  private async change(where: FindOptionsWhere<LeaseRecord>, changes: Partial<LeaseRecord>): Promise<boolean> {
    const { affected } = await this.transaction.manager.update(LeaseSchema, where, changes);
    return affected === 1;
  }

  /** In a condition TypeORM leaves a Date to SQL Server's driver, which rounds it to 3.33 ms. */
  private now(): Date {
    return this.database.dialect.parameter(this.clock.now()) as Date;
  }

  private in(ttl: number): Date {
    return new Date(this.clock.now().getTime() + ttl);
  }
}
