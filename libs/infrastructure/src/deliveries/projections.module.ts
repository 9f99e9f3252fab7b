import { Module } from '@nestjs/common';
import { Projections } from '@fleet/application/shared/projections';
import { RebuiltRoutes } from '@fleet/infrastructure/routes/rebuilt-routes';
import { RoutesPersistenceModule } from '@fleet/infrastructure/routes/routes.persistence.module';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Statements } from '@fleet/infrastructure/shared/database/statements';
import { EventStreams } from '@fleet/infrastructure/shared/event-sourcing/event-streams';
import { SqlProjections } from '@fleet/infrastructure/shared/event-sourcing/sql-projections';
import { DeliveriesPersistenceModule } from './deliveries.persistence.module';
import { RebuiltDeliveries } from './rebuilt-deliveries';

/** Everything that is made anew from the log. */
@Module({
  imports: [RoutesPersistenceModule, DeliveriesPersistenceModule],
  providers: [
    RebuiltRoutes,
    RebuiltDeliveries,
    {
      provide: Projections,
      inject: [RebuiltRoutes, RebuiltDeliveries, EventStreams, PrimaryDatabase, Statements],
      useFactory: (
        routes: RebuiltRoutes,
        deliveries: RebuiltDeliveries,
        streams: EventStreams,
        database: PrimaryDatabase,
        statements: Statements,
      ) => new SqlProjections([routes, deliveries], streams, database, statements),
    },
  ],
  exports: [Projections],
})
export class ProjectionsModule {}
