import { EventVersions } from '@fleet/domain/shared/event-versions';
import { TRIP_UPCASTERS } from '@fleet/domain/trips/trip.upcasters';

/** Of every event of every feature, as the log keeps them. A feature's upcasters stand beside its events. */
export const EVENT_VERSIONS = new EventVersions({ ...TRIP_UPCASTERS });
