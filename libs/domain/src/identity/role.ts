/** What a user is to the fleet. What each role may do stands in `permissions.ts`. */
export const ROLES = ['Admin', 'Manager', 'Driver'] as const;

export type Role = (typeof ROLES)[number];
