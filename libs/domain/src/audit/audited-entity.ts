/** The kinds of things whose changes are written down: each is the stream of its events. */
export const AUDITED_ENTITIES = [
  'Vehicle',
  'Driver',
  'Trip',
  'MaintenanceRecord',
  'Route',
  'Delivery',
  'Schedule',
  'User',
  'ApiKey',
] as const;

export type AuditedEntity = (typeof AUDITED_ENTITIES)[number];
