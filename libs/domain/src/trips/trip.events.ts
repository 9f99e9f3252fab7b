import { DeliveryId } from '@fleet/domain/deliveries/delivery-id';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { VehicleId } from '@fleet/domain/vehicles/vehicle-id';

/** What can happen to a trip, and what each event's payload holds. Instants are ISO 8601 in UTC. */
export type TripEvents = {
  TripStarted: {
    vehicleId: VehicleId;
    driverId: DriverId;
    route: string;
    /** The delivery that the trip is for, if any. */
    deliveryId: DeliveryId | null;
    startDate: string;
    endDate: null;
    distance: number;
  };
  TripEnded: { endDate: string; distance: number };
};

export type TripEventType = keyof TripEvents;
