import { TripId } from '@fleet/domain/trips/trip-id';

/** What can happen to a driver, and what each event's payload holds. */
export type DriverEvents = {
  DriverRegistered: { name: string; licenseNumber: string; phone: string; active: boolean; available: boolean };
  /** Only the fields that changed. */
  DriverDetailsChanged: { name?: string; licenseNumber?: string; phone?: string };
  DriverActivated: { active: boolean; available: boolean };
  DriverDeactivated: { active: boolean; available: boolean };
  DriverTripStarted: { tripId: TripId; available: boolean };
  DriverTripEnded: { tripId: TripId; available: boolean };
  DriverDeleted: Record<string, never>;
};

export type DriverEventType = keyof DriverEvents;
