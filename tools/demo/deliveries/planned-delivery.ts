import { Checkpoint } from '@fleet/domain/routes/checkpoint';
import { RouteDetails } from '@fleet/domain/routes/route.snapshot';
import { DeliveryDetails } from '@fleet/domain/deliveries/delivery-details';
import { Ending } from '@fleet/domain/deliveries/ending';
import { IncidentReport } from '@fleet/domain/deliveries/incident';
import { Upload } from '@fleet/application/shared/uploads/uploaded-files';
import { ScheduleDetails } from '@fleet/domain/schedules/schedule';
import { PlannedDriver, PlannedVehicle } from '@fleet/tools/demo/fleet/planned';

/** Given an `id` when the API's documentation names it. */
interface Named {
  readonly id?: string | undefined;
}

export interface PlannedRoute extends RouteDetails, Named {
  readonly checkpoints: readonly Checkpoint[];
}

export interface PlannedCrew {
  readonly vehicle?: PlannedVehicle | undefined;
  readonly driver?: PlannedDriver | undefined;
}

export interface PlannedDelivery extends Omit<DeliveryDetails, 'after'>, Named {
  readonly route: PlannedRoute;
  /** Who is assigned from the beginning. */
  readonly crew?: PlannedCrew | undefined;
  readonly after?: readonly PlannedDelivery[];
}

export interface PlannedIncident extends IncidentReport, Named {}

export interface PlannedProof {
  readonly receivedBy: string;
  readonly notes?: string | null;
  readonly code?: string | null;
  readonly scannedValue?: string | null;
  readonly uploads: readonly Upload[];
  /** Of the first file. */
  readonly fileId?: string | undefined;
}

export interface PlannedSchedule extends ScheduleDetails, Named {
  readonly active: boolean;
}

/** What is done with routes, deliveries and schedules in the history, with the API. */
export interface DeliveryWork {
  planRoute(route: PlannedRoute): Promise<void>;
  activateRoute(route: PlannedRoute): Promise<void>;
  completeRoute(route: PlannedRoute): Promise<void>;
  cancelRoute(route: PlannedRoute): Promise<void>;
  create(delivery: PlannedDelivery): Promise<void>;
  assign(delivery: PlannedDelivery, crew: PlannedCrew): Promise<void>;
  /** @param tripId given when the API's documentation names the trip */
  leave(delivery: PlannedDelivery, tripId?: string): Promise<void>;
  reach(delivery: PlannedDelivery, sequence: number): Promise<void>;
  goOut(delivery: PlannedDelivery): Promise<void>;
  prove(delivery: PlannedDelivery, proof: PlannedProof): Promise<void>;
  deliver(delivery: PlannedDelivery, distance: number): Promise<void>;
  fail(delivery: PlannedDelivery, ending: Ending): Promise<void>;
  cancel(delivery: PlannedDelivery, ending: Ending): Promise<void>;
  retry(delivery: PlannedDelivery): Promise<void>;
  report(delivery: PlannedDelivery, incident: PlannedIncident): Promise<void>;
  resolve(delivery: PlannedDelivery, incident: PlannedIncident, resolution: string): Promise<void>;
  schedule(schedule: PlannedSchedule): Promise<void>;
}
