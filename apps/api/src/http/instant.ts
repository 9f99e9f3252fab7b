const ISO_8601 =
  /^(\d{4})-(\d{2})-(\d{2})(?:T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d))?$/;

/** The instants that both databases can keep and that a fleet has a use for. */
const EARLIEST = Date.UTC(1900, 0, 1);
const LATEST = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

export const INSTANT_MESSAGE =
  'must be an ISO 8601 instant with a zone such as 2026-01-31T12:00:00Z, or a date such as 2026-01-31 (midnight in UTC)';

/** Reads ISO 8601 with a zone, or a date alone as its midnight in UTC. Null for anything else, 30 February included. */
export function parseInstant(text: string): Date | null {
  const parts = ISO_8601.exec(text);
  if (!parts) return null;
  const [year, month, day] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const [hour, minute, second] = [Number(parts[4] ?? 0), Number(parts[5] ?? 0), Number(parts[6] ?? 0)];
  const daysInMonth = new Date(Date.UTC(year, month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > daysInMonth || hour > 23 || minute > 59 || second > 59) return null;
  const instant = new Date(text);
  return instant.getTime() >= EARLIEST && instant.getTime() <= LATEST ? instant : null;
}
