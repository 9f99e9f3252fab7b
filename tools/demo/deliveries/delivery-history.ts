import { Injectable } from '@nestjs/common';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { Route } from '@fleet/domain/routes/route';
import { Schedule } from '@fleet/domain/schedules/schedule';
import { DeliveryProjection } from '@fleet/infrastructure/deliveries/delivery-projection';
import { RouteProjection } from '@fleet/infrastructure/routes/route-projection';
import { ScheduleMapper } from '@fleet/infrastructure/schedules/schedule.mapper';
import { TypeOrmScheduleRepository } from '@fleet/infrastructure/schedules/typeorm-schedule.repository';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { HistoryEventLog } from '@fleet/tools/demo/fleet/history-event-log';
import { HistoryRepository } from '@fleet/tools/demo/fleet/history-repository';
import { HistoryDeliveries } from './history-deliveries';
import { HistoryRoutes } from './history-routes';
import { HistoryStreams } from './history-streams';

/** What a lived history leaves behind of routes, deliveries and schedules, until it is stored. */
@Injectable()
export class DeliveryHistory {
  readonly routes: HistoryRoutes;
  readonly deliveries: HistoryDeliveries;
  readonly schedules: HistoryRepository<Schedule>;
  /** In the order in which they refer to each other. */
  private readonly all: readonly { store(): Promise<void> }[];

  constructor(
    transaction: Transaction,
    events: HistoryEventLog,
    routeProjection: RouteProjection,
    deliveryProjection: DeliveryProjection,
    mapper: ScheduleMapper,
  ) {
    const routes = new HistoryStreams(Route.replay, routeProjection, events);
    const deliveries = new HistoryStreams(Delivery.replay, deliveryProjection, events);
    this.routes = new HistoryRoutes(routes, () => deliveries.states());
    this.deliveries = new HistoryDeliveries(deliveries);
    const schedules = new TypeOrmScheduleRepository(transaction, events, mapper);
    this.schedules = new HistoryRepository(Schedule.restore, schedules, events);
    this.all = [routes, deliveries, this.schedules];
  }

  async store(): Promise<void> {
    for (const kept of this.all) await kept.store();
  }
}
