import { Module } from '@nestjs/common';
import { EndTrip } from '@fleet/application/trips/end-trip';
import { StartTrip } from '@fleet/application/trips/start-trip';
import { TripEnds } from '@fleet/application/trips/trip-ends';
import { TripStarts } from '@fleet/application/trips/trip-starts';
import { DriversPersistenceModule } from '@fleet/infrastructure/drivers/drivers.persistence.module';
import { TripsPersistenceModule } from '@fleet/infrastructure/trips/trips.persistence.module';
import { VehiclesPersistenceModule } from '@fleet/infrastructure/vehicles/vehicles.persistence.module';
import { TripsController } from './trips.controller';

@Module({
  imports: [TripsPersistenceModule, VehiclesPersistenceModule, DriversPersistenceModule],
  controllers: [TripsController],
  providers: [EndTrip, StartTrip, TripEnds, TripStarts],
})
export class TripsModule {}
