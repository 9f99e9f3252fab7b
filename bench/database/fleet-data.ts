import { addDays } from '@fleet/domain/shared/calendar';

/** A made-up fleet: the same on every machine, and any part of it can be named without reading it from anywhere. */
export interface FleetVehicle {
  readonly id: string;
  readonly plate: string;
  readonly model: string;
  readonly year: number;
  readonly mileage: number;
  readonly status: 'Available' | 'InMaintenance';
  readonly lastMaintenanceDate: string;
  readonly nextMaintenanceDate: string;
  readonly createdAt: string;
}

export interface FleetDriver {
  readonly id: string;
  readonly name: string;
  readonly licenseNumber: string;
  readonly createdAt: string;
}

export const DRIVERS = 1_000;

const MODELS = [
  'Fiat Strada', 'Fiat Fiorino', 'Fiat Ducato', 'Volkswagen Saveiro', 'Volkswagen Delivery', 'Chevrolet Montana',
  'Chevrolet Spin', 'Renault Master', 'Renault Kangoo', 'Ford Transit', 'Mercedes-Benz Sprinter', 'Iveco Daily',
  'Toyota Hilux', 'Hyundai HR', 'Kia Bongo', 'Citroën Jumper', 'Peugeot Boxer', 'Scania P320',
]; // prettier-ignore
const FIRST_REGISTERED = Date.parse('2025-01-01T00:00:00.000Z');
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const PLATES = 26 ** 4 * 1_000;

/** Every fifth vehicle is in the workshop; the others are available. */
export function fleetVehicle(index: number): FleetVehicle {
  const createdAt = new Date(FIRST_REGISTERED + index);
  const maintained = addDays(createdAt, -(scattered(index) % 90));
  return {
    id: uuid(createdAt, index, 'a'),
    plate: plateOf(index),
    model: MODELS[scattered(index) % MODELS.length]!,
    year: 2010 + (index % 15),
    mileage: scattered(index) % 300_000,
    status: isInWorkshop(index) ? 'InMaintenance' : 'Available',
    lastMaintenanceDate: maintained.toISOString(),
    nextMaintenanceDate: addDays(maintained, 90).toISOString(),
    createdAt: createdAt.toISOString(),
  };
}

export function fleetDriver(index: number): FleetDriver {
  const createdAt = new Date(FIRST_REGISTERED + index);
  return {
    id: uuid(createdAt, index, 'b'),
    name: `Driver ${index}`,
    licenseNumber: String(10_000_000_000 + index),
    createdAt: createdAt.toISOString(),
  };
}

export function isInWorkshop(index: number): boolean {
  return index % 5 === 4;
}

/** UUID version 7, ascending with the index as those of the product ascend with time. */
export function uuid(instant: Date, index: number, kind: string): string {
  const time = instant.getTime().toString(16).padStart(12, '0');
  const random = scattered(index).toString(16).padStart(8, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${kind}00-${random}0000`;
}

/** Seven characters as on a Mercosul plate, all different, and in no order: as plates come into a fleet. */
function plateOf(index: number): string {
  let rest = (index * 305_175_781) % PLATES;
  const digits = String(rest % 1_000).padStart(3, '0');
  rest = Math.floor(rest / 1_000);
  const [a, b, c, d] = [0, 1, 2, 3].map((place) => LETTERS[Math.floor(rest / 26 ** place) % 26]!);
  return `${a}${b}${c}${digits[0]}${d}${digits.slice(1)}`;
}

/** A number of 32 bits that looks random and is the same every time. */
export function scattered(index: number): number {
  return Math.imul(index + 1, 2_654_435_761) >>> 0;
}
