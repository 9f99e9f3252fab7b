import { OPEN_STATUSES } from '@fleet/domain/deliveries/delivery-status';

/** Those that hold their vehicle and their driver. The same text as in the filtered indexes: they serve no other. */
export const OPEN = `Status IN (${OPEN_STATUSES.map((status) => `'${status}'`).join(', ')})`;

/** What the database calls its refusal to hold anybody twice. */
export const OVERLAP_TRIGGER = 'TR_Deliveries_NoOverlap';
