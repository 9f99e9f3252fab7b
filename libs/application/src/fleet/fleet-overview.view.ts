import { DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { VehicleStatus } from '@fleet/domain/vehicles/vehicle-status';

/** The fleet at a glance. */
export interface FleetOverviewView {
  /** When it was read, as ISO 8601 in UTC. */
  readonly asOf: string;
  readonly vehicles: Readonly<Record<VehicleStatus, number>>;
  readonly drivers: {
    readonly total: number;
    readonly active: number;
    /** Active and on no trip. */
    readonly available: number;
  };
  readonly activeTrips: number;
  readonly deliveries: Readonly<Record<DeliveryStatus, number>>;
  /** On the road past what was promised. */
  readonly lateOnRoad: number;
  readonly maintenance: {
    /** Within the threshold of days, with those that are overdue. */
    readonly due: number;
    readonly overdue: number;
  };
  readonly openIncidents: number;
}
