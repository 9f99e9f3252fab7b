import { BatchRejectedError } from '@fleet/application/deliveries/batch-rejected.error';
import * as deliveries from '@fleet/domain/deliveries/delivery.errors';
import { MAX_INCIDENTS } from '@fleet/domain/deliveries/incident';
import { MAX_PROOFS } from '@fleet/domain/deliveries/proof';
import { DriverHasDeliveriesError, DriverInactiveError } from '@fleet/domain/drivers/driver.errors';
import { VehicleHasDeliveriesError, VehicleInMaintenanceError } from '@fleet/domain/vehicles/vehicle.errors';
import { problemBody } from '@fleet/api/http/problem';
import { toProblem } from '@fleet/api/http/to-problem';
import { DocumentedProblem, thrown } from './documented-problem';
import { EXAMPLE_DELIVERIES, EXAMPLE_DELIVERY_VEHICLES } from './example-deliveries';

const { pickedUp, toLeave } = EXAMPLE_DELIVERIES;

const CONFLICT: deliveries.AssignmentConflict = {
  resource: 'Vehicle',
  resourceId: EXAMPLE_DELIVERY_VEHICLES.toLeave.id,
  deliveryId: toLeave.id,
  reference: toLeave.reference,
  slotStart: toLeave.slotStart,
  slotEnd: toLeave.slotEnd,
};

const NOT_FOUND = new deliveries.DeliveryNotFoundError();
const REJECTED = new BatchRejectedError(2, NOT_FOUND);
const REJECTED_BY = {
  index: REJECTED.index,
  cause: problemBody(toProblem(NOT_FOUND), '/api/deliveries/batch', '0198b8a0-2f6a-7c1e-9d43-5a7e0c1b2d3f'),
};

/** What deliveries refuse: their part of the table of problems, status by status. */
export const DELIVERY_PROBLEMS = {
  400: {
    INVALID_DELIVERY_TRANSITION: thrown(
      new deliveries.InvalidDeliveryTransitionError('PickedUp', 'Delivered', ['InTransit', 'Failed', 'Cancelled']),
      'there is no such step from the present status; `allowed` names those that there are',
    ),
    DELIVERY_NOT_PICKED_UP: thrown(
      new deliveries.DeliveryNotPickedUpError(),
      'the delivery is no longer PickedUp, so its details and its assignment stay as they are',
    ),
    DELIVERY_NOT_ASSIGNED: thrown(
      new deliveries.DeliveryNotAssignedError(),
      'the delivery has no vehicle or no driver to go into transit with',
    ),
    DEPENDENCY_NOT_MET: thrown(
      new deliveries.DependencyNotMetError([pickedUp.id]),
      'deliveries that this one waits for are not delivered yet; `waitingFor` names them',
    ),
    DEPENDENCY_CYCLE: thrown(new deliveries.DependencyCycleError(), 'the deliveries would wait for each other'),
    DELIVERY_NOT_IN_TRANSIT: thrown(
      new deliveries.DeliveryNotInTransitError(),
      'the delivery is not in transit, so it reaches no checkpoint',
    ),
    CHECKPOINTS_NOT_REACHED: thrown(
      new deliveries.CheckpointsNotReachedError([2]),
      'the delivery has not reached every checkpoint of its route; `missing` has the sequences of the others',
    ),
    DELIVERY_NOT_OUT_FOR_DELIVERY: thrown(
      new deliveries.DeliveryNotOutForDeliveryError(),
      'the delivery is not OutForDelivery, so there is nothing to prove',
    ),
    PROOF_REQUIRED: thrown(
      new deliveries.ProofRequiredError(['signature']),
      'there is no proof of delivery that meets the requirements; `missing` names what it does not have',
    ),
    BATCH_REJECTED: {
      problem: { status: 400, code: 'BATCH_REJECTED', detail: REJECTED.message, details: REJECTED_BY },
      when: 'a batch is all or nothing and one of its commands cannot be done, so none was; `index` names it, and `cause` is why',
    },
    INCIDENT_ALREADY_RESOLVED: thrown(
      new deliveries.IncidentAlreadyResolvedError(),
      'the incident has been resolved before',
    ),
    VEHICLE_IN_MAINTENANCE: thrown(
      new VehicleInMaintenanceError(),
      'the vehicle is in the workshop, so nobody can be assigned to it',
    ),
    DRIVER_INACTIVE: thrown(new DriverInactiveError(), 'the driver is not active, so nothing can be assigned'),
  },
  404: {
    DELIVERY_NOT_FOUND: thrown(new deliveries.DeliveryNotFoundError(), 'there is no delivery with this id'),
    INCIDENT_NOT_FOUND: thrown(new deliveries.IncidentNotFoundError(), 'there is no incident with this id'),
    PROOF_FILE_NOT_FOUND: thrown(
      new deliveries.ProofFileNotFoundError(),
      'the proofs of the delivery have no file with this id',
    ),
  },
  409: {
    REFERENCE_TAKEN: thrown(new deliveries.ReferenceTakenError(), 'another delivery has this reference'),
    ASSIGNMENT_CONFLICT: thrown(
      new deliveries.AssignmentConflictError([CONFLICT]),
      'the vehicle or the driver is held by another delivery in an overlapping slot; `conflicts` says by which, and when',
    ),
    TOO_MANY_INCIDENTS: thrown(
      new deliveries.TooManyIncidentsError(MAX_INCIDENTS),
      'the delivery has as many incidents as it may have',
    ),
    TOO_MANY_PROOFS: thrown(
      new deliveries.TooManyProofsError(MAX_PROOFS),
      'the proof of the delivery was captured as often as it may be',
    ),
    DELIVERY_OPEN: thrown(
      new deliveries.DeliveryOpenError(),
      'the delivery is not over yet, so its customer cannot be forgotten',
    ),
    DELIVERY_ERASED: thrown(
      new deliveries.DeliveryErasedError(),
      'the customer of the delivery has been erased, so there is nobody to try again for',
    ),
    VEHICLE_HAS_DELIVERIES: thrown(
      new VehicleHasDeliveriesError(),
      'the vehicle is or was assigned to deliveries, so it cannot be deleted',
    ),
    DRIVER_HAS_DELIVERIES: thrown(
      new DriverHasDeliveriesError(),
      'the driver is or was assigned to deliveries, so it cannot be deleted',
    ),
  },
} as const satisfies Record<number, Record<string, DocumentedProblem>>;
