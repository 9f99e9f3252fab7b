import { Role } from './role';

/** How far a permission goes: to everything, or to what is the driver's own. */
export type Reach = 'all' | 'own';

interface Grant {
  /** What it lets somebody do, for people. */
  readonly allows: string;
  readonly roles: Readonly<Partial<Record<Role, Reach>>>;
}

const everyone = { Admin: 'all', Manager: 'all', Driver: 'own' } as const;
const office = { Admin: 'all', Manager: 'all' } as const;
const admins = { Admin: 'all' } as const;

/**
 * Who may do what: the one table. A role that a row does not name is refused. A driver's own are the driver's profile,
 * the driver's trips, the vehicles that are available or that the driver drives, and the deliveries that are assigned to
 * the driver, with their routes.
 */
export const PERMISSIONS = {
  'vehicles:read': { allows: 'See vehicles', roles: everyone },
  'vehicles:write': { allows: 'Register, change, delete and import vehicles', roles: office },
  'vehicles:history': { allows: 'See what has happened to a vehicle', roles: office },
  'drivers:read': { allows: 'See drivers', roles: everyone },
  'drivers:write': { allows: "Change a driver's name, licence number and phone", roles: everyone },
  'drivers:manage': { allows: 'Register, activate, deactivate and delete drivers', roles: office },
  'drivers:erase': { allows: 'Erase the personal data of a driver for good', roles: admins },
  'maintenance:read': { allows: 'See what is due and what was done', roles: office },
  'maintenance:write': { allows: 'Send to the workshop, record maintenance, run the check', roles: office },
  'trips:read': { allows: 'See trips', roles: everyone },
  'trips:start': { allows: 'Start trips', roles: everyone },
  'trips:end': { allows: 'End trips', roles: everyone },
  'routes:read': { allows: 'See routes', roles: everyone },
  'routes:write': { allows: 'Plan, activate, complete and cancel routes', roles: office },
  'deliveries:read': { allows: 'See deliveries, their proofs and where they are', roles: everyone },
  'deliveries:write': { allows: 'Create, change and assign deliveries', roles: office },
  'deliveries:move': { allows: 'Move deliveries on: status, checkpoints, incidents and proof', roles: everyone },
  'deliveries:erase': { allows: 'Erase the personal data of a customer for good', roles: admins },
  'fleet:read': { allows: 'See the fleet at a glance', roles: office },
  'schedules:read': { allows: 'See recurring routes and deliveries', roles: office },
  'schedules:write': { allows: 'Create, change, pause and delete recurring routes and deliveries', roles: office },
  'users:manage': { allows: 'See, create and change users', roles: admins },
  'api-keys:manage': { allows: 'See, create and revoke API keys', roles: admins },
  'audit:read': { allows: 'See who did what and when', roles: admins },
} as const satisfies Record<string, Grant>;

export type Permission = keyof typeof PERMISSIONS;

export const ALL_PERMISSIONS = Object.keys(PERMISSIONS) as Permission[];

/** What an administrator alone does, in person: accounts and keys, and what cannot be undone. */
const IN_PERSON: readonly Permission[] = ['users:manage', 'api-keys:manage', 'drivers:erase', 'deliveries:erase'];

/** What an API key may be given. */
export const SCOPES = ALL_PERMISSIONS.filter((name) => !IN_PERSON.includes(name));

/** The permissions of a role, in the order of the table. */
export function permissionsOf(role: Role): Permission[] {
  return ALL_PERMISSIONS.filter((name) => reachOf(role, name) !== undefined);
}

/** How far a role's permission goes; undefined when it does not have it. */
export function reachOf(role: Role, permission: Permission): Reach | undefined {
  return (PERMISSIONS[permission] as Grant).roles[role];
}
