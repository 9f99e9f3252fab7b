import { Injectable } from '@nestjs/common';
import { Delivery } from '@fleet/domain/deliveries/delivery';
import { DeliveryRepository } from '@fleet/domain/deliveries/delivery.repository';
import { TripEnds } from '@fleet/application/trips/trip-ends';
import { TripStarts } from '@fleet/application/trips/trip-starts';
import { DeliveryRoutes } from './delivery-routes';

/** The trip that a delivery drives: it begins when the delivery leaves, and ends with the attempt. Inside a unit of work. */
@Injectable()
export class DeliveryTrips {
  constructor(
    private readonly deliveries: DeliveryRepository,
    private readonly routes: DeliveryRoutes,
    private readonly starts: TripStarts,
    private readonly ends: TripEnds,
  ) {}

  /**
   * @throws InvalidDeliveryTransitionError, DeliveryNotAssignedError, DependencyNotMetError, VehicleNotAvailableError,
   * DriverNotAvailableError
   */
  async start(delivery: Delivery, now: Date): Promise<void> {
    const waitingFor = await this.deliveries.findUndelivered(delivery.snapshot().after);
    const crew = delivery.mayLeave(waitingFor);
    const { name } = await this.routes.get(delivery.routeId);
    const trip = await this.starts.start({ ...crew, route: name, deliveryId: delivery.id }, now);
    delivery.goInTransit(trip.id, now);
  }

  /** Its distance goes onto the mileage of the vehicle. */
  async end(delivery: Delivery, now: Date): Promise<void> {
    const { tripId, distance } = delivery.snapshot();
    await this.ends.end(tripId!, distance ?? 0, now);
  }
}
