import { DomainError } from '@fleet/domain/shared/domain-error';

export class RouteNotFoundError extends DomainError {
  readonly code = 'ROUTE_NOT_FOUND';
  override readonly kind = 'not-found';

  constructor() {
    super('There is no route with this id.');
  }
}

export class CheckpointNotFoundError extends DomainError {
  readonly code = 'CHECKPOINT_NOT_FOUND';
  override readonly kind = 'not-found';

  constructor() {
    super('The route has no checkpoint with this sequence.');
  }
}

export class RouteNotInPlanningError extends DomainError {
  readonly code = 'ROUTE_NOT_IN_PLANNING';

  constructor() {
    super('The route is no longer in planning, so its plan does not change any more.');
  }
}

export class RouteNotActiveError extends DomainError {
  readonly code = 'ROUTE_NOT_ACTIVE';

  constructor() {
    super('The route is not active.');
  }
}

export class RouteAlreadyEndedError extends DomainError {
  readonly code = 'ROUTE_ALREADY_ENDED';

  constructor() {
    super('The route is completed or cancelled already.');
  }
}

export class RouteHasNoCheckpointsError extends DomainError {
  readonly code = 'ROUTE_HAS_NO_CHECKPOINTS';

  constructor() {
    super('A route without checkpoints cannot be activated.');
  }
}

export class CheckpointOutOfOrderError extends DomainError {
  readonly code = 'CHECKPOINT_OUT_OF_ORDER';

  constructor() {
    super('The expected times must lie after the scheduled start and rise from checkpoint to checkpoint.');
  }
}

export class RouteHasOpenDeliveriesError extends DomainError {
  readonly code = 'ROUTE_HAS_OPEN_DELIVERIES';
  override readonly kind = 'conflict';

  constructor() {
    super('The route has deliveries that are not over yet.');
  }
}
