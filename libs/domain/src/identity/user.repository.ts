import { DriverId } from '@fleet/domain/drivers/driver-id';
import { AggregateRepository } from '@fleet/domain/shared/aggregate-repository';
import { User } from './user';
import { UserId } from './user-id';

/** Where users are kept. `add` and `update` throw EmailTakenError when another user has the address. */
export abstract class UserRepository extends AggregateRepository<User> {
  /** The accounts of one driver. */
  abstract findByDriver(id: DriverId): Promise<User[]>;

  /** Whether there is no user at all. */
  abstract isEmpty(): Promise<boolean>;

  /**
   * Whether another user is an active administrator. Until the end of the unit of work nobody else can change that:
   * of two administrators who end each other one must lose.
   */
  abstract hasAnotherActiveAdmin(id: UserId): Promise<boolean>;

  /**
   * Holds an active user to the password hash that was compared, and puts `renewed` in its place: the same one, or the
   * same password hashed anew. That is no change to the user.
   * @returns false when the user has another password by now, or is not active
   */
  abstract confirmPassword(id: UserId, compared: string, renewed: string): Promise<boolean>;
}
