import { DynamicModule, Module } from '@nestjs/common';
import { DeactivateDriver } from '@fleet/application/drivers/deactivate-driver';
import { RegisterDriver } from '@fleet/application/drivers/register-driver';
import { RecordMaintenance } from '@fleet/application/maintenance/record-maintenance';
import { SendToMaintenance } from '@fleet/application/maintenance/send-to-maintenance';
import { EndTrip } from '@fleet/application/trips/end-trip';
import { StartTrip } from '@fleet/application/trips/start-trip';
import { TripEnds } from '@fleet/application/trips/trip-ends';
import { TripStarts } from '@fleet/application/trips/trip-starts';
import { RegisterVehicle } from '@fleet/application/vehicles/register-vehicle';
import { DriverRepository } from '@fleet/domain/drivers/driver.repository';
import { MaintenanceRecordRepository } from '@fleet/domain/maintenance/maintenance-record.repository';
import { TripRepository } from '@fleet/domain/trips/trip.repository';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { DriverMapper } from '@fleet/infrastructure/drivers/driver.mapper';
import { DriverSeals } from '@fleet/infrastructure/drivers/driver-seals';
import { DriverTerms } from '@fleet/infrastructure/drivers/driver-terms';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { IdempotencyKeysModule } from '@fleet/infrastructure/shared/idempotency/idempotency-keys.module';
import { DELIVERY_PROVIDERS } from '@fleet/tools/demo/deliveries/delivery-providers';
import { Fleet } from './fleet';
import { History } from './history';
import { HistoryEventLog } from './history-event-log';
import { PlannedIds } from './planned-ids';
import { SimulationModule } from './simulation.module';

/** The product's use cases in a simulated time, and repositories that store what they have done when it is over. */
@Module({})
export class FleetModule {
  static forRoot(configuration: Configuration): DynamicModule {
    return {
      module: FleetModule,
      imports: [SimulationModule.forRoot(configuration), IdempotencyKeysModule],
      providers: [
        Fleet,
        History,
        HistoryEventLog,
        PlannedIds,
        DriverMapper,
        DriverSeals,
        DriverTerms,
        { provide: VehicleRepository, inject: [History], useFactory: ({ vehicles }: History) => vehicles },
        { provide: DriverRepository, inject: [History], useFactory: ({ drivers }: History) => drivers },
        { provide: TripRepository, inject: [History], useFactory: ({ trips }: History) => trips },
        {
          provide: MaintenanceRecordRepository,
          inject: [History],
          useFactory: ({ maintenanceRecords }: History) => maintenanceRecords,
        },
        RegisterVehicle,
        RegisterDriver,
        DeactivateDriver,
        StartTrip,
        EndTrip,
        TripStarts,
        TripEnds,
        SendToMaintenance,
        RecordMaintenance,
        ...DELIVERY_PROVIDERS,
      ],
    };
  }
}
