import { DriverId } from '@fleet/domain/drivers/driver-id';
import { addDays } from '@fleet/domain/shared/calendar';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { PastEvent } from '@fleet/domain/shared/past-event';
import { TripId } from '@fleet/domain/trips/trip-id';
import { VehicleId } from '@fleet/domain/vehicles/vehicle-id';
import { Crew } from './crew';
import { changedDetails, checkDetails, DeliveryDetails } from './delivery-details';
import { DeliveryId } from './delivery-id';
import { DELIVERY_STEPS, DeliveryStatus, isOpen } from './delivery-status';
import { DeliveryStream } from './delivery-stream';
import { CANCELLATION_REASONS, FAILURE_REASONS } from './delivery-terms';
import * as errors from './delivery.errors';
import { allProofs } from './delivery.history';
import { checkDistance, checkEnding, Ending } from './ending';
import { checkReport, checkResolution, Incident, IncidentReport, MAX_INCIDENTS } from './incident';
import { minutesLate, PlannedCheckpoint, PlannedRoute, reach, Slot } from './planned-route';
import { CapturedProof, checkProof, MAX_PROOFS, unmet } from './proof';

/** Something that is brought to a customer along a route. It is what its events say. */
export class Delivery extends DeliveryStream {
  private constructor(id: DeliveryId, storedVersion: number) {
    super(id, storedVersion);
  }

  /**
   * Whether the crew is free in the slot, and the route active, is for others to say before.
   * @throws InvalidFieldsError
   */
  static create(
    id: DeliveryId,
    route: Pick<PlannedRoute, 'id'> & Slot,
    details: DeliveryDetails,
    { vehicleId, driverId }: Crew,
    now: Date,
  ): Delivery {
    const checked = checkDetails(id, details);
    const delivery = new Delivery(id, 0);
    delivery.happened('DeliveryCreated', now, {
      ...checked,
      vehicleId,
      driverId,
      routeId: route.id,
      status: 'PickedUp',
      attempt: 1,
      slotStart: route.slotStart.toISOString(),
      slotEnd: route.slotEnd.toISOString(),
    });
    return delivery;
  }

  /** Rebuilds a delivery from its events, the oldest first. Checks nothing. */
  static replay(id: DeliveryId, events: readonly PastEvent[]): Delivery {
    const delivery = new Delivery(id, events.at(-1)!.version);
    delivery.fold(events);
    return delivery;
  }

  /**
   * The same values change nothing. Whether `after` goes round in a circle is for others to say before.
   * @throws InvalidFieldsError, DeliveryNotPickedUpError
   */
  changeDetails(details: DeliveryDetails, now: Date): void {
    const wanted = checkDetails(this.id, details);
    this.mustBePickedUp();
    const changes = changedDetails(this.state, wanted);
    if (Object.keys(changes).length > 0) this.happened('DeliveryDetailsChanged', now, changes);
  }

  /**
   * The same crew changes nothing. Whether it is free is for others to say before.
   * @throws DeliveryNotPickedUpError
   */
  assign({ vehicleId, driverId }: Crew, now: Date): void {
    this.mustBePickedUp();
    if (vehicleId === this.state.vehicleId && driverId === this.state.driverId) return;
    this.happened('DeliveryAssigned', now, { vehicleId, driverId });
  }

  /**
   * Whether it may leave; its crew's trip may still not be to be had.
   * @param waitingFor those of `after` that are not delivered yet
   * @throws InvalidDeliveryTransitionError, DeliveryNotAssignedError, DependencyNotMetError
   */
  mayLeave(waitingFor: readonly DeliveryId[]): { vehicleId: VehicleId; driverId: DriverId } {
    this.mayBecome('InTransit');
    const { vehicleId, driverId } = this.state;
    if (vehicleId === null || driverId === null) throw new errors.DeliveryNotAssignedError();
    if (waitingFor.length > 0) throw new errors.DependencyNotMetError(waitingFor);
    return { vehicleId, driverId };
  }

  /**
   * Leaves, with the crew on the trip `tripId`. Whether it may is asked before.
   * @throws InvalidDeliveryTransitionError
   */
  goInTransit(tripId: TripId, now: Date): void {
    this.mayBecome('InTransit');
    this.happened('DeliveryWentInTransit', now, { status: 'InTransit', tripId });
  }

  /**
   * One that was reached before changes nothing.
   * @param at when it was: not in the future, nor more than a day before the delivery left
   * @throws InvalidFieldsError, DeliveryNotInTransitError
   */
  reachCheckpoint(checkpoint: PlannedCheckpoint, at: Date, now: Date): void {
    const checks = new FieldChecks();
    checks.notInFuture('reachedAt', at, now);
    checks.done();
    if (this.state.reached.some(({ sequence }) => sequence === checkpoint.sequence)) return;
    if (this.status !== 'InTransit') throw new errors.DeliveryNotInTransitError();
    // A telephone without a network tells later what was, and a clock may be wrong: not by days.
    const earliest = addDays(this.state.leftAt!, -1);
    if (at < earliest) checks.fault('reachedAt', `must not be before ${earliest.toISOString()}`);
    checks.done();
    const { reachedAt, ...reached } = reach(checkpoint, at);
    this.happened('DeliveryCheckpointReached', now, { ...reached, reachedAt: reachedAt.toISOString() });
  }

  /** @throws InvalidDeliveryTransitionError, CheckpointsNotReachedError */
  goOutForDelivery({ checkpoints }: Pick<PlannedRoute, 'checkpoints'>, now: Date): void {
    this.mayBecome('OutForDelivery');
    const reached = new Set(this.state.reached.map(({ sequence }) => sequence));
    const missing = checkpoints.map(({ sequence }) => sequence).filter((sequence) => !reached.has(sequence));
    if (missing.length > 0) throw new errors.CheckpointsNotReachedError(missing);
    this.happened('DeliveryWentOutForDelivery', now, { status: 'OutForDelivery' });
  }

  /**
   * One that is captured later replaces the one before.
   * @throws InvalidFieldsError, DeliveryNotOutForDeliveryError, TooManyProofsError
   */
  captureProof(proof: CapturedProof, now: Date): void {
    const { notes, code, ...checked } = checkProof(proof);
    this.mayBeProved();
    this.happened('DeliveryProofCaptured', now, { ...checked, proofNotes: notes, proofCode: code });
  }

  /** @throws DeliveryNotOutForDeliveryError, TooManyProofsError */
  mayBeProved(): void {
    if (this.status !== 'OutForDelivery') throw new errors.DeliveryNotOutForDeliveryError();
    if (allProofs(this.state).length >= MAX_PROOFS) throw new errors.TooManyProofsError(MAX_PROOFS);
  }

  /**
   * @param distance kilometres of its trip
   * @throws InvalidDeliveryTransitionError, InvalidFieldsError, ProofRequiredError
   */
  deliver(distance: number | null | undefined, now: Date): void {
    this.mayBecome('Delivered');
    const driven = checkDistance(distance);
    const { proof, requirements, promisedBy } = this.state;
    const missing = unmet(requirements, proof);
    if (!proof || missing.length > 0) throw new errors.ProofRequiredError(missing);
    const lateMinutes = promisedBy && minutesLate(promisedBy, now);
    const deliveredAt = now.toISOString();
    this.happened('DeliveryDelivered', now, { status: 'Delivered', deliveredAt, distance: driven, lateMinutes });
  }

  /** @throws InvalidDeliveryTransitionError, InvalidFieldsError */
  fail(ending: Ending, now: Date): void {
    this.mayBecome('Failed');
    const checked = checkEnding(ending, FAILURE_REASONS);
    this.happened('DeliveryFailed', now, { status: 'Failed', ...checked, distance: this.driven(checked.distance) });
  }

  /** @throws InvalidDeliveryTransitionError, InvalidFieldsError */
  cancel(ending: Ending, now: Date): void {
    this.mayBecome('Cancelled');
    const checked = checkEnding(ending, CANCELLATION_REASONS);
    this.happened('DeliveryCancelled', now, {
      status: 'Cancelled',
      ...checked,
      distance: this.driven(checked.distance),
    });
  }

  /**
   * Begins another attempt, with nobody assigned. Whether the route is still active is for others to say before.
   * @throws InvalidDeliveryTransitionError, DeliveryErasedError
   */
  retry(now: Date): void {
    this.mayBecome('PickedUp');
    if (this.state.erasedAt !== null) throw new errors.DeliveryErasedError();
    const freed = { vehicleId: null, driverId: null, tripId: null };
    this.happened('DeliveryRetried', now, { status: 'PickedUp', attempt: this.state.attempt + 1, ...freed });
  }

  /**
   * Forgets the customer; what was delivered when, and by whom, stays. The second time changes nothing.
   * @throws DeliveryOpenError
   */
  erase(now: Date): void {
    if (isOpen(this.status)) throw new errors.DeliveryOpenError();
    if (this.state.erasedAt === null) this.happened('DeliveryErased', now, { erasedAt: now.toISOString() });
  }

  /** @throws InvalidFieldsError, TooManyIncidentsError */
  reportIncident(incidentId: string, report: IncidentReport, now: Date): void {
    const { type, ...checked } = checkReport(report);
    if (this.state.incidents.length >= MAX_INCIDENTS) throw new errors.TooManyIncidentsError(MAX_INCIDENTS);
    this.happened('DeliveryIncidentReported', now, { incidentId, incidentType: type, ...checked });
  }

  /** @throws InvalidFieldsError, IncidentNotFoundError, IncidentAlreadyResolvedError */
  resolveIncident(incidentId: string, resolution: string, now: Date): void {
    const checked = checkResolution(resolution);
    if (this.incident(incidentId).resolvedAt !== null) throw new errors.IncidentAlreadyResolvedError();
    this.happened('DeliveryIncidentResolved', now, { incidentId, resolution: checked });
  }

  /** @throws IncidentNotFoundError */
  incident(id: string): Incident {
    const incident = this.state.incidents.find((one) => one.id === id);
    if (!incident) throw new errors.IncidentNotFoundError();
    return incident;
  }

  /** @throws InvalidDeliveryTransitionError */
  private mayBecome(wanted: DeliveryStatus): void {
    const allowed = DELIVERY_STEPS[this.status];
    if (!allowed.includes(wanted)) throw new errors.InvalidDeliveryTransitionError(this.status, wanted, allowed);
  }

  /** Without a trip nothing was driven, whatever somebody says: the mileages of vehicles add up to what deliveries have. */
  private driven(distance: number): number {
    return this.isOnRoad ? distance : 0;
  }

  private mustBePickedUp(): void {
    if (this.status !== 'PickedUp') throw new errors.DeliveryNotPickedUpError();
  }
}
