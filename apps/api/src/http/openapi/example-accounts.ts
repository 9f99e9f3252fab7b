import { ApiKeyView } from '@fleet/application/identity/api-key.view';
import { UserView } from '@fleet/application/identity/user.view';
import { EXAMPLE_DRIVERS, ID, STAMPS } from './examples';

// Who signs in to the demo fleet, and which services have a key there.

export const EXAMPLE_USERS = {
  admin: {
    id: `${ID}-b00000000001`,
    email: 'admin@demo.example',
    name: 'Alice Prado',
    role: 'Admin',
    driverId: null,
    active: true,
    ...STAMPS,
  },
  manager: {
    id: `${ID}-b00000000002`,
    email: 'manager@demo.example',
    name: 'Marcos Vieira',
    role: 'Manager',
    driverId: null,
    active: true,
    ...STAMPS,
  },
  /** The account of the driver who is available. */
  driver: {
    id: `${ID}-b00000000003`,
    email: 'driver@demo.example',
    name: EXAMPLE_DRIVERS.available.name,
    role: 'Driver',
    driverId: EXAMPLE_DRIVERS.available.id,
    active: true,
    ...STAMPS,
  },
  inactive: {
    id: `${ID}-b00000000004`,
    email: 'inactive@demo.example',
    name: 'Inês Moura',
    role: 'Manager',
    driverId: null,
    active: false,
    ...STAMPS,
  },
  toDeactivate: {
    id: `${ID}-b00000000005`,
    email: 'leaving@demo.example',
    name: 'Lauro Pires',
    role: 'Manager',
    driverId: null,
    active: true,
    ...STAMPS,
  },
} as const satisfies Record<string, UserView>;

/** The passwords of the example users: no secret, since the documentation shows them. */
export const EXAMPLE_PASSWORDS = {
  admin: 'demo admin password',
  manager: 'demo manager password',
  driver: 'demo driver password',
} as const;

/** How a refresh token looks. Nobody has this one. */
export const EXAMPLE_REFRESH_TOKEN = 'bG9va3MtbGlrZS10aGlzLTI1Ni1yYW5kb20tYml0cy0';

export const EXAMPLE_API_KEYS = {
  reader: {
    id: `${ID}-c00000000001`,
    name: 'Dashboard in the hall',
    prefix: 'fm_live_Qx3v',
    scopes: ['vehicles:read', 'trips:read'],
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
    createdBy: EXAMPLE_USERS.admin.id,
    ...STAMPS,
  },
  toRevoke: {
    id: `${ID}-c00000000002`,
    name: 'Fuel cards',
    prefix: 'fm_live_9kLw',
    scopes: ['vehicles:read'],
    expiresAt: null,
    revokedAt: null,
    lastUsedAt: null,
    createdBy: EXAMPLE_USERS.admin.id,
    ...STAMPS,
  },
} as const satisfies Record<string, ApiKeyView>;
