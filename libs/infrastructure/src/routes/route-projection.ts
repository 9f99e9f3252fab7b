import { Injectable } from '@nestjs/common';
import { Route } from '@fleet/domain/routes/route';
import { toCheckpointPayload } from '@fleet/domain/routes/route.history';
import { searchWords } from '@fleet/domain/shared/search-words';
import { bulkInsert } from '@fleet/infrastructure/shared/database/bulk-insert';
import { Statements } from '@fleet/infrastructure/shared/database/statements';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { ProjectedRows } from '@fleet/infrastructure/shared/event-sourcing/projected-rows';
import { Projection } from '@fleet/infrastructure/shared/event-sourcing/projection';
import { RouteRecord, RouteSchema, RouteTermRecord, RouteTermSchema } from './route.record';

/** The rows of Routes and RouteTerms. */
@Injectable()
export class RouteProjection extends Projection<Route> {
  private readonly rows: ProjectedRows<RouteRecord>;

  constructor(
    private readonly transaction: Transaction,
    statements: Statements,
  ) {
    super();
    const mapping = { schema: RouteSchema, table: 'Routes', uniqueKeys: [], seal: () => ({}) };
    this.rows = new ProjectedRows(mapping, transaction, statements);
  }

  lock(id: string): Promise<boolean> {
    return this.rows.lock(id);
  }

  async insert(route: Route): Promise<void> {
    await this.rows.insert(toRecord(route));
    await this.insertTerms(route);
  }

  async update(route: Route, before: Route): Promise<void> {
    await this.rows.update(toRecord(before), toRecord(route));
    if (textsOf(route).join('\n') !== textsOf(before).join('\n')) await this.replaceTerms(route);
  }

  async rewrite(route: Route): Promise<void> {
    await this.rows.put(toRecord(route));
    await this.replaceTerms(route);
  }

  /** The terms go with the row. */
  remove({ id, storedVersion }: Route): Promise<void> {
    return this.rows.remove({ id, version: storedVersion });
  }

  private async replaceTerms(route: Route): Promise<void> {
    await this.transaction.manager.delete(RouteTermSchema, { routeId: route.id });
    await this.insertTerms(route);
  }

  private insertTerms(route: Route): Promise<void> {
    const terms: RouteTermRecord[] = searchWords(...textsOf(route)).map((term) => ({ term, routeId: route.id }));
    return bulkInsert(this.transaction.manager, RouteTermSchema, terms);
  }
}

function textsOf(route: Route): string[] {
  const { name, origin, destination } = route.snapshot();
  return [name, origin, destination];
}

function toRecord(route: Route): RouteRecord {
  const { checkpoints, ...snapshot } = route.snapshot();
  return { ...snapshot, checkpoints: JSON.stringify(checkpoints.map(toCheckpointPayload)) };
}
