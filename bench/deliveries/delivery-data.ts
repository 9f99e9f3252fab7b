import { randomBytes, randomUUID } from 'node:crypto';

/** Deliveries a route. */
export const A_ROUTE = 10;

export const CHECKPOINTS = 8;

const HOUR_MS = 3_600_000;
const STEP_MS = HOUR_MS / 2;
const GIVEN_NAMES = ['Ana', 'Bia', 'Caio', 'Davi', 'Elisa', 'Fabio', 'Gil', 'Helena', 'Igor', 'Joana'];
const FAMILY_NAMES = ['Souza', 'Lima', 'Castro', 'Prado', 'Rocha', 'Nunes', 'Dias', 'Moraes', 'Reis', 'Matos'];

export interface SeededRoute {
  readonly id: string;
  readonly start: Date;
  readonly end: Date;
  /** JSON, as the product writes it. */
  readonly checkpoints: string;
}

/** @param start of its first hour; half an hour later the first checkpoint follows */
export function seededRoute(start: Date): SeededRoute {
  const at = (index: number) => new Date(start.getTime() + (index + 1) * STEP_MS);
  const checkpoints = Array.from({ length: CHECKPOINTS }, (_, index) => ({
    sequence: index + 1,
    location: `Rua ${index + 1}, Campinas`,
    latitude: -22.9 + index / 100,
    longitude: -47.06,
    expectedAt: at(index).toISOString(),
    earliest: null,
    latest: null,
  }));
  return { id: idAt(start), start, end: at(CHECKPOINTS - 1), checkpoints: JSON.stringify(checkpoints) };
}

/** The checkpoints that were reached, five minutes late each, as JSON. */
export function reachedOf({ start }: SeededRoute, count: number): string {
  const reached = Array.from({ length: count }, (_, index) => ({
    sequence: index + 1,
    reachedAt: new Date(start.getTime() + (index + 1) * STEP_MS + 300_000).toISOString(),
    delayMinutes: 5,
    outsideWindow: false,
  }));
  return JSON.stringify(reached);
}

export function customerOf(index: number): { name: string; phone: string; address: string } {
  const name = `${GIVEN_NAMES[index % 10]} ${FAMILY_NAMES[Math.floor(index / 10) % 10]}`;
  return { name, phone: `+55 19 9${String(10_000_000 + (index % 5_000))}`, address: `Rua das Flores ${index % 900}` };
}

/** One in a thousand has an open incident, and one in a hundred is urgent. */
export function rare(index: number): { openIncidents: number; priority: string } {
  return { openIncidents: index % 1_000 === 7 ? 1 : 0, priority: index % 100 === 3 ? 'Urgent' : 'Normal' };
}

/** UUID version 7 of an instant. */
export function idAt(instant: Date): string {
  const time = instant.getTime().toString(16).padStart(12, '0');
  const random = randomBytes(9).toString('hex');
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-8${random.slice(3, 6)}-${random.slice(6, 18)}`;
}

export const anyId = randomUUID;
