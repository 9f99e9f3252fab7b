import { Injectable } from '@nestjs/common';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { Clock } from '@fleet/domain/shared/clock';
import { Trip } from '@fleet/domain/trips/trip';
import { TripNotFoundError } from '@fleet/domain/trips/trip.errors';
import { isWithin } from '@fleet/application/identity/limited-to';
import { ExpectedVersion, expectVersion } from '@fleet/application/shared/expect-version';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { TripEnds } from './trip-ends';
import { TripView, tripView } from './trip.view';

export interface EndTripCommand {
  readonly id: string;
  readonly expectedVersion?: ExpectedVersion;
  /** Kilometres. */
  readonly distance: number;
  /** The driver to whose own things the caller is limited. */
  readonly limitedTo?: DriverId | undefined;
}

@Injectable()
export class EndTrip {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly ends: TripEnds,
    private readonly clock: Clock,
  ) {}

  /** @throws TripNotFoundError, VersionMismatchError, TripOfDeliveryError, InvalidFieldsError, TripAlreadyEndedError */
  execute({ id, expectedVersion, distance, limitedTo }: EndTripCommand): Promise<TripView> {
    const mayEnd = (trip: Trip) => {
      if (!isWithin(limitedTo, trip.driverId)) throw new TripNotFoundError();
      expectVersion(trip, expectedVersion);
      trip.mustBeEndedByHand();
    };
    return this.unitOfWork.run(async () => tripView(await this.ends.end(id, distance, this.clock.now(), mayEnd)));
  }
}
