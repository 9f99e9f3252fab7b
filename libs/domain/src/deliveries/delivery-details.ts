import { Priority, PROOF_REQUIREMENTS, ProofRequirement } from '@fleet/domain/shared/delivery-needs';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { phone } from '@fleet/domain/shared/phone';
import { DeliveryId } from './delivery-id';
import { DeliveryDetailsPayload } from './delivery.events';
import { DeliveryTerms } from './delivery.snapshot';

export const REFERENCE_MAX_LENGTH = 50;
export const CUSTOMER_NAME_MAX_LENGTH = 100;
export const CUSTOMER_ADDRESS_MAX_LENGTH = 255;
export const MAX_PREDECESSORS = 20;

/** A delivery as a planner describes it. What is left out is none, and the priority `Normal`. */
export interface DeliveryDetails {
  readonly reference?: string | null | undefined;
  readonly customerName: string;
  readonly customerPhone: string;
  readonly customerAddress: string;
  readonly priority?: Priority | null | undefined;
  readonly promisedBy?: Date | null | undefined;
  readonly requirements?: readonly ProofRequirement[] | null | undefined;
  readonly after?: readonly DeliveryId[] | null | undefined;
}

/** The details as an event holds them. @param id whose they are: nobody waits for itself. @throws InvalidFieldsError */
export function checkDetails(id: DeliveryId, details: DeliveryDetails): DeliveryDetailsPayload {
  const checks = new FieldChecks();
  const after = [...new Set(details.after ?? [])];
  if (after.length > MAX_PREDECESSORS) checks.fault('after', `must be at most ${MAX_PREDECESSORS} deliveries`);
  if (after.includes(id)) checks.fault('after', 'must not name the delivery itself');
  const promisedBy = details.promisedBy ? checks.instant('promisedBy', details.promisedBy) : null;
  const checked = {
    reference: checks.optionalText('reference', details.reference, REFERENCE_MAX_LENGTH),
    customerName: checks.text('customer.name', details.customerName, CUSTOMER_NAME_MAX_LENGTH),
    customerPhone: phone(checks, details.customerPhone, 'customer.phone'),
    customerAddress: checks.text('customer.address', details.customerAddress, CUSTOMER_ADDRESS_MAX_LENGTH),
    priority: details.priority ?? 'Normal',
    // Always in the same order, so that the same requirements are no change.
    requirements: PROOF_REQUIREMENTS.filter((one) => details.requirements?.includes(one)),
    after,
  };
  checks.done();
  return { ...checked, promisedBy: promisedBy?.toISOString() ?? null };
}

/** The fields whose values differ from what they are, lists included. */
export function changedDetails(
  current: DeliveryTerms,
  wanted: DeliveryDetailsPayload,
): Partial<DeliveryDetailsPayload> {
  // As JSON has them: an instant is the text that an event holds.
  const differs = ([field, value]: [string, unknown]) =>
    JSON.stringify(value) !== JSON.stringify(current[field as keyof DeliveryTerms]);
  return Object.fromEntries(Object.entries(wanted).filter(differs));
}
