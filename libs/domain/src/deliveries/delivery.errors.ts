import { ProofRequirement } from '@fleet/domain/shared/delivery-needs';
import { DomainError } from '@fleet/domain/shared/domain-error';
import { DeliveryId } from './delivery-id';
import { DeliveryStatus } from './delivery-status';

export class DeliveryNotFoundError extends DomainError {
  readonly code = 'DELIVERY_NOT_FOUND';
  override readonly kind = 'not-found';

  constructor() {
    super('There is no delivery with this id.');
  }
}

export class IncidentNotFoundError extends DomainError {
  readonly code = 'INCIDENT_NOT_FOUND';
  override readonly kind = 'not-found';

  constructor() {
    super('There is no incident with this id.');
  }
}

export class ProofFileNotFoundError extends DomainError {
  readonly code = 'PROOF_FILE_NOT_FOUND';
  override readonly kind = 'not-found';

  constructor() {
    super('The delivery has no proof with a file of this id.');
  }
}

export class ReferenceTakenError extends DomainError {
  readonly code = 'REFERENCE_TAKEN';
  override readonly kind = 'conflict';

  constructor() {
    super('Another delivery already has this reference.');
  }
}

export class TooManyIncidentsError extends DomainError {
  readonly code = 'TOO_MANY_INCIDENTS';
  override readonly kind = 'conflict';

  constructor(most: number) {
    super(`A delivery has at most ${most} incidents.`);
  }
}

export class TooManyProofsError extends DomainError {
  readonly code = 'TOO_MANY_PROOFS';
  override readonly kind = 'conflict';

  constructor(most: number) {
    super(`The proof of a delivery is captured at most ${most} times.`);
  }
}

export class DeliveryOpenError extends DomainError {
  readonly code = 'DELIVERY_OPEN';
  override readonly kind = 'conflict';

  constructor() {
    super('The delivery is not over yet, so its customer cannot be forgotten.');
  }
}

export class DeliveryErasedError extends DomainError {
  readonly code = 'DELIVERY_ERASED';
  override readonly kind = 'conflict';

  constructor() {
    super('The customer of the delivery has been erased, for good.');
  }
}

export class InvalidDeliveryTransitionError extends DomainError {
  readonly code = 'INVALID_DELIVERY_TRANSITION';
  override readonly details: { readonly allowed: readonly DeliveryStatus[] };

  constructor(from: DeliveryStatus, to: DeliveryStatus, allowed: readonly DeliveryStatus[]) {
    super(`A delivery does not go from ${from} to ${to}.`);
    this.details = { allowed };
  }
}

export class DeliveryNotPickedUpError extends DomainError {
  readonly code = 'DELIVERY_NOT_PICKED_UP';

  constructor() {
    super('The delivery is no longer PickedUp, so neither its details nor its assignment change any more.');
  }
}

export class DeliveryNotAssignedError extends DomainError {
  readonly code = 'DELIVERY_NOT_ASSIGNED';

  constructor() {
    super('A delivery goes into transit with a vehicle and a driver only.');
  }
}

export class DeliveryNotInTransitError extends DomainError {
  readonly code = 'DELIVERY_NOT_IN_TRANSIT';

  constructor() {
    super('Checkpoints are reached in transit only.');
  }
}

export class CheckpointsNotReachedError extends DomainError {
  readonly code = 'CHECKPOINTS_NOT_REACHED';
  override readonly details: { readonly missing: readonly number[] };

  /** @param missing the sequences of those checkpoints */
  constructor(missing: readonly number[]) {
    super('There are checkpoints of the route that the delivery has not reached.');
    this.details = { missing };
  }
}

export class DeliveryNotOutForDeliveryError extends DomainError {
  readonly code = 'DELIVERY_NOT_OUT_FOR_DELIVERY';

  constructor() {
    super('A proof of delivery is captured while the delivery is OutForDelivery only.');
  }
}

export class ProofRequiredError extends DomainError {
  readonly code = 'PROOF_REQUIRED';
  override readonly details: { readonly missing: readonly ProofRequirement[] };

  /** @param missing what the proof does not have; nothing when there is no proof at all and any would do */
  constructor(missing: readonly ProofRequirement[]) {
    super('There is no proof of delivery yet that meets what this delivery requires.');
    this.details = { missing };
  }
}

export class IncidentAlreadyResolvedError extends DomainError {
  readonly code = 'INCIDENT_ALREADY_RESOLVED';

  constructor() {
    super('The incident is resolved already.');
  }
}

export class DependencyNotMetError extends DomainError {
  readonly code = 'DEPENDENCY_NOT_MET';
  override readonly details: { readonly waitingFor: readonly DeliveryId[] };

  constructor(waitingFor: readonly DeliveryId[]) {
    super('The delivery waits for others that are not delivered yet.');
    this.details = { waitingFor };
  }
}

export class DependencyCycleError extends DomainError {
  readonly code = 'DEPENDENCY_CYCLE';

  constructor() {
    super('These deliveries would wait for each other.');
  }
}

/** Who is held already, by which delivery, and when. Instants are ISO 8601 in UTC. */
export interface AssignmentConflict {
  readonly resource: 'Vehicle' | 'Driver';
  readonly resourceId: string;
  readonly deliveryId: DeliveryId;
  readonly reference: string | null;
  readonly slotStart: string;
  readonly slotEnd: string;
}

export class AssignmentConflictError extends DomainError {
  readonly code = 'ASSIGNMENT_CONFLICT';
  override readonly kind = 'conflict';
  override readonly details: { readonly conflicts: readonly AssignmentConflict[] };

  constructor(conflicts: readonly AssignmentConflict[]) {
    super('The vehicle or the driver is held by another delivery in an overlapping slot.');
    this.details = { conflicts };
  }
}
