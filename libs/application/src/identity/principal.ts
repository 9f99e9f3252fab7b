import { DriverId } from '@fleet/domain/drivers/driver-id';
import { Permission } from '@fleet/domain/identity/permissions';
import { Role } from '@fleet/domain/identity/role';

/** Who makes a call: a user who has signed in, or a service with an API key. */
export interface Principal {
  /** `user:<id>` or `key:<id>`: the actor of what happens, and whom limits and repeats are counted by. */
  readonly actor: string;
  readonly id: string;
  /** Null for an API key. */
  readonly role: Role | null;
  readonly permissions: ReadonlySet<Permission>;
  /** The driver to whose own things all of it is limited; undefined for whoever may see the whole fleet. */
  readonly limitedTo: DriverId | undefined;
}
