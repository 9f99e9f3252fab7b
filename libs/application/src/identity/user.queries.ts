import { DriverId } from '@fleet/domain/drivers/driver-id';
import { Role } from '@fleet/domain/identity/role';
import { UserId } from '@fleet/domain/identity/user-id';
import { Page, PageRequest } from '@fleet/application/shared/page';
import { UserView } from './user.view';

export const USER_SORTS = ['createdAt'] as const;
export type UserSort = (typeof USER_SORTS)[number];

export interface UserFilter {
  readonly role?: Role | undefined;
  readonly active?: boolean | undefined;
  readonly driverId?: DriverId | undefined;
  /** The whole address, in any case. */
  readonly email?: string | undefined;
}

export interface UserListRequest extends PageRequest {
  readonly filter: UserFilter;
  readonly sort: UserSort;
  readonly descending: boolean;
}

/** What signing in is decided by. */
export interface UserCredentials {
  readonly id: UserId;
  readonly email: string;
  readonly active: boolean;
  readonly passwordHash: string;
}

/** The read side of users. */
export abstract class UserQueries {
  abstract find(id: UserId): Promise<UserView | null>;

  /** The same as the last commit has left it. */
  abstract findNow(id: UserId): Promise<UserView | null>;

  /** @throws InvalidCursorError */
  abstract list(request: UserListRequest): Promise<Page<UserView>>;

  /** As the last commit has left them. @param email in any case */
  abstract credentialsOf(email: string): Promise<UserCredentials | null>;

  abstract credentialsById(id: UserId): Promise<UserCredentials | null>;
}
