import {
  ConcurrentUpdateError,
  InvalidCursorError,
  VersionMismatchError,
} from '@fleet/application/shared/application-error';
import { InvalidCredentialsError, InvalidRefreshTokenError } from '@fleet/application/identity/identity.errors';
import { RateLimitedError } from '@fleet/application/shared/rate-limiter';
import {
  IdempotencyInFlightError,
  IdempotencyKeyReusedError,
} from '@fleet/application/shared/idempotency/idempotency.errors';
import {
  DriverErasedError,
  DriverHasTripsError,
  DriverHasUserError,
  DriverNotAvailableError,
  DriverNotFoundError,
  DriverOnTripError,
  LicenseNumberTakenError,
} from '@fleet/domain/drivers/driver.errors';
import { ApiKeyNotFoundError } from '@fleet/domain/identity/api-key.errors';
import {
  EmailTakenError,
  LastAdminError,
  UserErasedError,
  UserNotFoundError,
  WrongPasswordError,
} from '@fleet/domain/identity/user.errors';
import { MaintenanceRecordNotFoundError } from '@fleet/domain/maintenance/maintenance.errors';
import {
  CheckpointNotFoundError,
  CheckpointOutOfOrderError,
  RouteAlreadyEndedError,
  RouteHasNoCheckpointsError,
  RouteHasOpenDeliveriesError,
  RouteNotActiveError,
  RouteNotFoundError,
  RouteNotInPlanningError,
} from '@fleet/domain/routes/route.errors';
import { TripAlreadyEndedError, TripNotFoundError, TripOfDeliveryError } from '@fleet/domain/trips/trip.errors';
import { ScheduleNotFoundError } from '@fleet/domain/schedules/schedule.errors';
import {
  MileageCannotDecreaseError,
  PlateTakenError,
  VehicleHasTripsError,
  VehicleNotAvailableError,
  VehicleNotFoundError,
  VehicleNotInMaintenanceError,
  VehicleNotInUseError,
} from '@fleet/domain/vehicles/vehicle.errors';
import { FORBIDDEN, UNAUTHENTICATED } from '@fleet/api/http/access/access-problems';
import { INTERNAL, UNAVAILABLE, validationFailed } from '@fleet/api/http/to-problem';
import { DELIVERY_PROBLEMS } from './delivery-problems';
import { DocumentedProblem, http, thrown } from './documented-problem';

/** Every code that a client may meet, in the order of their statuses. */
export const PROBLEMS = {
  VALIDATION_FAILED: {
    problem: validationFailed([{ field: 'mileage', message: 'must be between 0 and 9999999' }]),
    when: 'a field is missing, unknown, of another type or out of its range; `errors` names each one',
  },
  MALFORMED_JSON: http(400, 'MALFORMED_JSON', 'The body is not valid JSON.', 'the body is no JSON in UTF-8'),
  MALFORMED_URL: http(400, 'MALFORMED_URL', 'The address is not a valid URL.', 'the address cannot be decoded'),
  MALFORMED_REQUEST: http(
    400,
    'MALFORMED_REQUEST',
    'This is not a valid HTTP request.',
    'it is no HTTP at all, or its body says that it is a form and is none',
  ),
  INVALID_CURSOR: thrown(new InvalidCursorError(), 'the cursor is broken, or of another list, sort or filter'),
  VEHICLE_NOT_AVAILABLE: thrown(new VehicleNotAvailableError(), 'the vehicle is in use or in maintenance'),
  VEHICLE_NOT_IN_USE: thrown(new VehicleNotInUseError(), 'the vehicle has no trip to end'),
  VEHICLE_NOT_IN_MAINTENANCE: thrown(new VehicleNotInMaintenanceError(), 'the vehicle is not in the workshop'),
  MILEAGE_CANNOT_DECREASE: thrown(new MileageCannotDecreaseError(), 'the mileage is lower than the present one'),
  DRIVER_NOT_AVAILABLE: thrown(new DriverNotAvailableError(), 'the driver is inactive or on a trip'),
  DRIVER_ON_TRIP: thrown(new DriverOnTripError(), 'the driver is on a trip, which must end first'),
  TRIP_ALREADY_ENDED: thrown(new TripAlreadyEndedError(), 'the trip has ended before'),
  ROUTE_NOT_IN_PLANNING: thrown(
    new RouteNotInPlanningError(),
    'the route is active or over, and its plan changes in planning alone',
  ),
  ROUTE_NOT_ACTIVE: thrown(new RouteNotActiveError(), 'the route is not active'),
  ROUTE_ALREADY_ENDED: thrown(new RouteAlreadyEndedError(), 'the route was completed or cancelled before'),
  ROUTE_HAS_NO_CHECKPOINTS: thrown(new RouteHasNoCheckpointsError(), 'the route has no checkpoint yet'),
  CHECKPOINT_OUT_OF_ORDER: thrown(
    new CheckpointOutOfOrderError(),
    'an expected time is not after the scheduled start and the checkpoint before',
  ),
  ...DELIVERY_PROBLEMS[400],
  WRONG_PASSWORD: thrown(new WrongPasswordError(), 'the current password is another one'),
  UNAUTHENTICATED: {
    problem: UNAUTHENTICATED,
    when: 'there is no access token and no API key, or it is unknown, expired or revoked',
  },
  INVALID_CREDENTIALS: thrown(
    new InvalidCredentialsError(),
    'the e-mail address or the password is wrong, or the user is not active',
  ),
  INVALID_REFRESH_TOKEN: thrown(
    new InvalidRefreshTokenError(),
    'the refresh token is unknown, expired or used, or its session has ended',
  ),
  FORBIDDEN: { problem: FORBIDDEN, when: 'the caller is known and may not do this' },
  VEHICLE_NOT_FOUND: thrown(new VehicleNotFoundError(), 'there is no vehicle with this id'),
  DRIVER_NOT_FOUND: thrown(new DriverNotFoundError(), 'there is no driver with this id'),
  TRIP_NOT_FOUND: thrown(new TripNotFoundError(), 'there is no trip with this id'),
  MAINTENANCE_RECORD_NOT_FOUND: thrown(
    new MaintenanceRecordNotFoundError(),
    'there is no maintenance record with this id',
  ),
  ROUTE_NOT_FOUND: thrown(new RouteNotFoundError(), 'there is no route with this id'),
  CHECKPOINT_NOT_FOUND: thrown(new CheckpointNotFoundError(), 'the route has no checkpoint with this sequence'),
  ...DELIVERY_PROBLEMS[404],
  SCHEDULE_NOT_FOUND: thrown(new ScheduleNotFoundError(), 'there is no schedule with this id'),
  USER_NOT_FOUND: thrown(new UserNotFoundError(), 'there is no user with this id'),
  API_KEY_NOT_FOUND: thrown(new ApiKeyNotFoundError(), 'there is no API key with this id'),
  PATH_NOT_FOUND: http(404, 'PATH_NOT_FOUND', 'There is nothing at this address.', 'there is no such path'),
  METHOD_NOT_ALLOWED: http(
    405,
    'METHOD_NOT_ALLOWED',
    'PATCH is not possible at this address.',
    'the path takes other methods, which the header `Allow` names',
  ),
  REQUEST_TIMEOUT: http(
    408,
    'REQUEST_TIMEOUT',
    'The body did not arrive in time.',
    'the body takes too long to arrive',
  ),
  PLATE_TAKEN: thrown(new PlateTakenError(), 'another vehicle has this plate, in whatever case'),
  LICENSE_NUMBER_TAKEN: thrown(
    new LicenseNumberTakenError(),
    'another driver has this licence number, in whatever case',
  ),
  VEHICLE_HAS_TRIPS: thrown(new VehicleHasTripsError(), 'the vehicle has trips, so it cannot be deleted'),
  DRIVER_ERASED: thrown(new DriverErasedError(), 'the driver has been erased, for good'),
  DRIVER_HAS_TRIPS: thrown(new DriverHasTripsError(), 'the driver has trips, so it cannot be deleted'),
  TRIP_OF_DELIVERY: thrown(
    new TripOfDeliveryError('0198b8a0-7d00-7000-8000-000000000001'),
    'a delivery under way has started the trip, and ends it; `deliveryId` names it',
  ),
  ...DELIVERY_PROBLEMS[409],
  DRIVER_HAS_USER: thrown(new DriverHasUserError(), 'a user signs in as the driver, so it cannot be deleted'),
  ROUTE_HAS_OPEN_DELIVERIES: thrown(
    new RouteHasOpenDeliveriesError(),
    'there are deliveries on the route that are not over yet',
  ),
  USER_ERASED: thrown(new UserErasedError(), 'the user has been erased, for good'),
  EMAIL_TAKEN: thrown(new EmailTakenError(), 'another user has this e-mail address, in whatever case'),
  LAST_ADMIN: thrown(new LastAdminError(), 'this is the last active administrator'),
  CONCURRENT_UPDATE: thrown(
    new ConcurrentUpdateError(),
    'somebody else changed the same thing at the same moment; repeat the request',
  ),
  IDEMPOTENCY_IN_FLIGHT: thrown(
    new IdempotencyInFlightError(),
    'the first request with this `Idempotency-Key` is not answered yet; the header `Retry-After` says when to ask again',
  ),
  VERSION_MISMATCH: thrown(new VersionMismatchError(3), '`If-Match` names another version than the present one'),
  PAYLOAD_TOO_LARGE: http(
    413,
    'PAYLOAD_TOO_LARGE',
    'The body is larger than this server takes.',
    'the body is larger than the server takes',
  ),
  UNSUPPORTED_MEDIA_TYPE: http(
    415,
    'UNSUPPORTED_MEDIA_TYPE',
    'This path does not take a body of this media type.',
    'the body has a media type that this path does not take',
  ),
  IDEMPOTENCY_KEY_REUSED: thrown(
    new IdempotencyKeyReusedError(),
    'this `Idempotency-Key` has named another request: another address or another body',
  ),
  RATE_LIMITED: thrown(
    new RateLimitedError('default', { allowed: false, limit: 100, seconds: 10, remaining: 0, resetSeconds: 7 }),
    'the caller has made too many requests; the header `Retry-After` says when to go on',
  ),
  HEADERS_TOO_LARGE: http(
    431,
    'HEADERS_TOO_LARGE',
    'The headers are larger than this server takes.',
    'the headers are larger than the server takes',
  ),
  INTERNAL: { problem: INTERNAL, when: 'something went wrong on the side of the server' },
  UNAVAILABLE: {
    problem: UNAVAILABLE,
    when: 'the server cannot answer right now; the header `Retry-After` says when to ask again',
  },
} as const satisfies Record<string, DocumentedProblem>;

export type ProblemCode = keyof typeof PROBLEMS;
