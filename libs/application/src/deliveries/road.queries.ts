import { DriverId } from '@fleet/domain/drivers/driver-id';
import { CheckpointView } from '@fleet/application/routes/route.view';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { DeliveryView } from './delivery.view';

export interface RoadFilter {
  readonly routeId?: string | undefined;
  readonly driverId?: string | undefined;
  readonly vehicleId?: string | undefined;
  /** Only deliveries that are assigned to this driver, whatever else is asked for. */
  readonly limitedTo?: DriverId | undefined;
}

export interface RoadRequest extends PageRequest {
  readonly filter: RoadFilter;
}

/** The plan that a delivery on the road follows. */
export interface RoadRoute {
  readonly id: string;
  readonly name: string;
  readonly scheduledStart: string;
  readonly scheduledEnd: string;
}

type Shown = 'id' | 'reference' | 'status' | 'priority' | 'promisedBy' | 'delayMinutes';

/** A delivery on the road, with the plan that it follows. Instants are ISO 8601 in UTC. */
export interface RoadDelivery extends Pick<DeliveryView, Shown> {
  readonly vehicleId: string;
  readonly driverId: string;
  /** Null once it was erased. */
  readonly customerName: string | null;
  readonly route: RoadRoute;
  /** All checkpoints of the route, in its order. */
  readonly plan: readonly CheckpointView[];
  readonly reached: DeliveryView['checkpoints'];
}

/** Reads the deliveries that are on the road. */
export abstract class RoadQueries {
  /** The earliest slot first. @throws InvalidCursorError */
  abstract list(request: RoadRequest): Promise<Page<RoadDelivery>>;
}
