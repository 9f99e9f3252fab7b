import { DriverId } from '@fleet/domain/drivers/driver-id';
import { Role } from './role';

/** What can happen to a user, and what each event's payload holds. A password is in none of them, hashed or not. */
export type UserEvents = {
  UserRegistered: { email: string; name: string; role: Role; driverId: DriverId | null; active: boolean };
  /** Only the fields that changed. */
  UserDetailsChanged: { email?: string; name?: string };
  /** Only the fields that changed. */
  UserRoleChanged: { role?: Role; driverId?: DriverId | null };
  UserActivated: { active: boolean };
  UserDeactivated: { active: boolean };
  UserPasswordChanged: Record<string, never>;
  /** Who it was is gone with it, so the event does not say what it was before. */
  UserErased: { active: boolean };
};

export type UserEventType = keyof UserEvents;

/** The fields of these events that say who the user is. */
export const USER_PERSONAL_FIELDS = ['email', 'name'] as const;
