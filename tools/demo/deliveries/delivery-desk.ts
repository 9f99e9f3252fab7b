import { Injectable } from '@nestjs/common';
import { AssignDelivery } from '@fleet/application/deliveries/assign-delivery';
import { CaptureProof } from '@fleet/application/deliveries/capture-proof';
import { ChangeDeliveryStatus } from '@fleet/application/deliveries/change-delivery-status';
import { CreateDelivery } from '@fleet/application/deliveries/create-delivery';
import { ReachCheckpoint } from '@fleet/application/deliveries/reach-checkpoint';
import { ReportIncident } from '@fleet/application/deliveries/report-incident';
import { ResolveIncident } from '@fleet/application/deliveries/resolve-incident';
import { ActivateRoute } from '@fleet/application/routes/activate-route';
import { CancelRoute } from '@fleet/application/routes/cancel-route';
import { CompleteRoute } from '@fleet/application/routes/complete-route';
import { PlanRoute } from '@fleet/application/routes/plan-route';
import { CreateSchedule } from '@fleet/application/schedules/create-schedule';
import { PauseSchedule } from '@fleet/application/schedules/pause-schedule';
import { DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { Ending } from '@fleet/domain/deliveries/ending';
import { PlannedIds } from '@fleet/tools/demo/fleet/planned-ids';
import {
  DeliveryWork,
  PlannedCrew,
  PlannedDelivery,
  PlannedIncident,
  PlannedProof,
  PlannedRoute,
  PlannedSchedule,
} from './planned-delivery';

/** Does with the product's use cases what a plan says of routes, deliveries and schedules. */
@Injectable()
export class DeliveryDesk implements DeliveryWork {
  constructor(
    private readonly ids: PlannedIds,
    private readonly routePlan: PlanRoute,
    private readonly routeStart: ActivateRoute,
    private readonly routeEnd: CompleteRoute,
    private readonly routeCancellation: CancelRoute,
    private readonly creation: CreateDelivery,
    private readonly assignment: AssignDelivery,
    private readonly step: ChangeDeliveryStatus,
    private readonly passage: ReachCheckpoint,
    private readonly proof: CaptureProof,
    private readonly incidentReport: ReportIncident,
    private readonly incidentEnd: ResolveIncident,
    private readonly scheduleCreation: CreateSchedule,
    private readonly schedulePause: PauseSchedule,
  ) {}

  async planRoute(route: PlannedRoute): Promise<void> {
    await this.ids.make(route, () => this.routePlan.execute(route));
  }

  async activateRoute(route: PlannedRoute): Promise<void> {
    await this.routeStart.execute({ id: this.ids.of(route) });
  }

  async completeRoute(route: PlannedRoute): Promise<void> {
    await this.routeEnd.execute({ id: this.ids.of(route) });
  }

  async cancelRoute(route: PlannedRoute): Promise<void> {
    await this.routeCancellation.execute({ id: this.ids.of(route) });
  }

  async create(planned: PlannedDelivery): Promise<void> {
    const { id: _, route, crew = {}, after = [], ...details } = planned;
    const links = { routeId: this.ids.of(route), after: after.map((one) => this.ids.of(one)) };
    await this.ids.make(planned, () => this.creation.execute({ ...details, ...links, ...this.crewOf(crew) }));
  }

  async assign(delivery: PlannedDelivery, crew: PlannedCrew): Promise<void> {
    await this.assignment.execute({ id: this.ids.of(delivery), ...this.crewOf(crew) });
  }

  async leave(delivery: PlannedDelivery, tripId?: string): Promise<void> {
    this.ids.reserve(tripId);
    await this.become(delivery, 'InTransit');
  }

  async reach(delivery: PlannedDelivery, sequence: number): Promise<void> {
    await this.passage.execute({ id: this.ids.of(delivery), sequence });
  }

  goOut(delivery: PlannedDelivery): Promise<void> {
    return this.become(delivery, 'OutForDelivery');
  }

  async prove(delivery: PlannedDelivery, { fileId, ...proof }: PlannedProof): Promise<void> {
    this.ids.reserve(fileId);
    await this.proof.execute({ id: this.ids.of(delivery), ...proof });
  }

  deliver(delivery: PlannedDelivery, distance: number): Promise<void> {
    return this.become(delivery, 'Delivered', { distance });
  }

  fail(delivery: PlannedDelivery, ending: Ending): Promise<void> {
    return this.become(delivery, 'Failed', ending);
  }

  cancel(delivery: PlannedDelivery, ending: Ending): Promise<void> {
    return this.become(delivery, 'Cancelled', ending);
  }

  retry(delivery: PlannedDelivery): Promise<void> {
    return this.become(delivery, 'PickedUp');
  }

  async report(delivery: PlannedDelivery, incident: PlannedIncident): Promise<void> {
    const { id, ...report } = incident;
    this.ids.reserve(id);
    const { incidents } = await this.incidentReport.execute({ ...report, id: this.ids.of(delivery) });
    this.ids.set(incident, incidents.at(-1)!.id);
  }

  async resolve(delivery: PlannedDelivery, incident: PlannedIncident, resolution: string): Promise<void> {
    const incidentId = this.ids.of(incident);
    await this.incidentEnd.execute({ id: this.ids.of(delivery), incidentId, resolution });
  }

  async schedule(schedule: PlannedSchedule): Promise<void> {
    const { id: _, active, ...details } = schedule;
    await this.ids.make(schedule, () => this.scheduleCreation.execute(details));
    if (!active) await this.schedulePause.execute(this.ids.of(schedule));
  }

  private async become(delivery: PlannedDelivery, status: DeliveryStatus, ending: Ending = {}): Promise<void> {
    await this.step.execute({ id: this.ids.of(delivery), status, ...ending });
  }

  private crewOf({ vehicle, driver }: PlannedCrew): { vehicleId: string | null; driverId: string | null } {
    return { vehicleId: vehicle ? this.ids.of(vehicle) : null, driverId: driver ? this.ids.of(driver) : null };
  }
}
