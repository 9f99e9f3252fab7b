import { Module } from '@nestjs/common';
import { TripQueries } from '@fleet/application/trips/trip.queries';
import { TripRepository } from '@fleet/domain/trips/trip.repository';
import { SqlTripQueries } from './sql-trip.queries';
import { TypeOrmTripRepository } from './typeorm-trip.repository';

@Module({
  providers: [
    { provide: TripRepository, useClass: TypeOrmTripRepository },
    { provide: TripQueries, useClass: SqlTripQueries },
  ],
  exports: [TripRepository, TripQueries],
})
export class TripsPersistenceModule {}
