import { Injectable } from '@nestjs/common';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { Clock } from '@fleet/domain/shared/clock';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { TripStarts } from './trip-starts';
import { TripView, tripView } from './trip.view';

export interface StartTripCommand {
  readonly vehicleId: string;
  readonly driverId: string;
  readonly route: string;
  /** The driver to whose own things the caller is limited. */
  readonly limitedTo?: DriverId | undefined;
}

@Injectable()
export class StartTrip {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly starts: TripStarts,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws InvalidFieldsError, VehicleNotFoundError, DriverNotFoundError, VehicleNotAvailableError,
   * DriverNotAvailableError
   */
  execute(command: StartTripCommand): Promise<TripView> {
    return this.unitOfWork.run(async () =>
      tripView(await this.starts.start({ ...command, deliveryId: null }, this.clock.now())),
    );
  }
}
