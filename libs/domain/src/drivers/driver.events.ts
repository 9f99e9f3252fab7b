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
  /** The person is forgotten: of name, licence number and phone there is nothing from here on. */
  DriverErased: { active: boolean; available: boolean; erasedAt: string };
  DriverDeleted: Record<string, never>;
};

/** What in these payloads is somebody's own: kept under a key that goes with the person. */
export const DRIVER_PERSONAL_FIELDS = ['name', 'licenseNumber', 'phone'] as const;

export type DriverEventType = keyof DriverEvents;
