import { Injectable } from '@nestjs/common';
import { Route } from '@fleet/domain/routes/route';
import { RouteRepository } from '@fleet/domain/routes/route.repository';
import { EventLog } from '@fleet/infrastructure/shared/database/event-log';
import { OPEN } from '@fleet/infrastructure/shared/database/held-deliveries';
import { Statements } from '@fleet/infrastructure/shared/database/statements';
import { EventSourcedRepository } from '@fleet/infrastructure/shared/event-sourcing/event-sourced-repository';
import { EventStreams } from '@fleet/infrastructure/shared/event-sourcing/event-streams';
import { RouteProjection } from './route-projection';

@Injectable()
export class SqlRouteRepository extends RouteRepository {
  private readonly routes: EventSourcedRepository<Route>;

  constructor(
    streams: EventStreams,
    eventLog: EventLog,
    projection: RouteProjection,
    private readonly statements: Statements,
  ) {
    super();
    const of = { stream: 'Route', replay: Route.replay };
    this.routes = new EventSourcedRepository(of, streams, eventLog, projection);
  }

  find(id: string): Promise<Route | null> {
    return this.routes.find(id);
  }

  lock(id: string): Promise<boolean> {
    return this.routes.lock(id);
  }

  async hasOpenDeliveries(id: string): Promise<boolean> {
    const sql = `SELECT COUNT(*) AS "open" FROM Deliveries WHERE RouteId = ? AND ${OPEN}`;
    const [row] = await this.statements.rows<{ open: number }>(sql, [id]);
    return Number(row!.open) > 0;
  }

  add(route: Route): Promise<void> {
    return this.routes.add(route);
  }

  update(route: Route): Promise<void> {
    return this.routes.update(route);
  }

  remove(route: Route): Promise<void> {
    return this.routes.remove(route);
  }
}
