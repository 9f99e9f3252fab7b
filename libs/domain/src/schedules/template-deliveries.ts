import { PRIORITIES, PROOF_REQUIREMENTS } from '@fleet/domain/shared/delivery-needs';
import { FieldChecks } from '@fleet/domain/shared/field-checks';
import { phone } from '@fleet/domain/shared/phone';
import { GivenDelivery, TemplateDelivery } from './schedule-template';
import { MAX_MINUTES } from './template-checkpoints';

const NAME_MAX_LENGTH = 100;
const ADDRESS_MAX_LENGTH = 255;
const MAX_LINKS = 20;

/** A reference has 50 characters, of which the date and the time of the occurrence may take 16. */
export const REFERENCE_PREFIX_MAX_LENGTH = 34;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @param index the delivery's place in the list */
export function deliveryOf(checks: FieldChecks, given: GivenDelivery, index: number): TemplateDelivery {
  const at = `template.deliveries[${index}]`;
  const promised = given.promisedAfterMinutes ?? null;
  if (promised !== null) checks.wholeNumber(`${at}.promisedAfterMinutes`, promised, 1, MAX_MINUTES);
  return {
    reference: checks.optionalText(`${at}.reference`, given.reference, REFERENCE_PREFIX_MAX_LENGTH),
    customerName: checks.text(`${at}.customerName`, given.customerName, NAME_MAX_LENGTH),
    customerPhone: phone(checks, given.customerPhone, `${at}.customerPhone`),
    customerAddress: checks.text(`${at}.customerAddress`, given.customerAddress, ADDRESS_MAX_LENGTH),
    priority: oneOf(checks, `${at}.priority`, given.priority ?? 'Normal', PRIORITIES),
    promisedAfterMinutes: promised,
    requirements: requirements(checks, `${at}.requirements`, given.requirements ?? []),
    vehicleId: uuid(checks, `${at}.vehicleId`, given.vehicleId ?? null),
    driverId: uuid(checks, `${at}.driverId`, given.driverId ?? null),
    after: links(checks, `${at}.after`, given.after ?? [], index),
  };
}

function requirements(checks: FieldChecks, field: string, given: TemplateDelivery['requirements']) {
  given.forEach((one) => oneOf(checks, field, one, PROOF_REQUIREMENTS));
  return PROOF_REQUIREMENTS.filter((known) => given.includes(known));
}

function oneOf<T extends string>(checks: FieldChecks, field: string, value: T, allowed: readonly T[]): T {
  if (!allowed.includes(value)) checks.fault(field, `must be one of ${allowed.join(', ')}`);
  return value;
}

function uuid(checks: FieldChecks, field: string, value: string | null): string | null {
  if (value !== null && !UUID.test(value)) checks.fault(field, 'must be a UUID');
  return value;
}

/** To earlier deliveries alone: so nothing can wait for itself. */
function links(checks: FieldChecks, field: string, given: readonly number[], index: number): number[] {
  const isEarlier = (place: number) => Number.isInteger(place) && place >= 0 && place < index;
  if (!given.every(isEarlier)) checks.fault(field, 'must be the places of earlier deliveries in the list, from 0');
  if (given.length > MAX_LINKS) checks.fault(field, `must be at most ${MAX_LINKS} deliveries`);
  return [...new Set(given)];
}
