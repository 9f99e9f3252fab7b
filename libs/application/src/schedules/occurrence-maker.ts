import { Priority, ProofRequirement } from '@fleet/domain/shared/delivery-needs';

export interface PlannedRoute {
  readonly name: string;
  readonly origin: string;
  readonly destination: string;
  readonly scheduledStart: Date;
  /** In their order. */
  readonly checkpoints: readonly PlannedCheckpoint[];
}

export interface PlannedCheckpoint {
  readonly location: string;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly expectedAt: Date;
  readonly earliest: Date | null;
  readonly latest: Date | null;
}

export interface PlannedDelivery {
  readonly routeId: string;
  readonly reference: string | null;
  readonly customerName: string;
  readonly customerPhone: string;
  readonly customerAddress: string;
  readonly priority: Priority;
  readonly promisedBy: Date | null;
  readonly requirements: readonly ProofRequirement[];
  readonly vehicleId: string | null;
  readonly driverId: string | null;
  /** The ids of the deliveries that come first. */
  readonly after: readonly string[];
}

/** Makes what an occurrence consists of, in the present unit of work. Both give the id of what they have made. */
export abstract class OccurrenceMaker {
  /** An active route. */
  abstract makeRoute(route: PlannedRoute): Promise<string>;

  /**
   * A delivery on that route. What it refuses, by a DomainError with the code of the rule, it refuses before it writes:
   * whoever asks may ask again for less.
   */
  abstract makeDelivery(delivery: PlannedDelivery): Promise<string>;
}
