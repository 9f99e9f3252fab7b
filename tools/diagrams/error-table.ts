import { PROBLEMS } from '@fleet/api/http/openapi/problem-table';

type Code = keyof typeof PROBLEMS;

/** What each thing that somebody does with a delivery may be refused with, besides what every call may. */
const REFUSALS: Readonly<Record<string, readonly Code[]>> = {
  create: ['ROUTE_NOT_FOUND', 'ROUTE_NOT_ACTIVE', 'REFERENCE_TAKEN', 'ASSIGNMENT_CONFLICT'],
  change: ['DELIVERY_NOT_PICKED_UP', 'REFERENCE_TAKEN', 'DEPENDENCY_CYCLE'],
  assign: [
    'DELIVERY_NOT_PICKED_UP',
    'ROUTE_NOT_ACTIVE',
    'VEHICLE_IN_MAINTENANCE',
    'DRIVER_INACTIVE',
    'ASSIGNMENT_CONFLICT',
  ],
  'go InTransit': [
    'DELIVERY_NOT_ASSIGNED',
    'DEPENDENCY_NOT_MET',
    'ROUTE_NOT_ACTIVE',
    'VEHICLE_NOT_AVAILABLE',
    'DRIVER_NOT_AVAILABLE',
  ],
  'reach a checkpoint': ['DELIVERY_NOT_IN_TRANSIT', 'CHECKPOINT_NOT_FOUND'],
  'go OutForDelivery': ['CHECKPOINTS_NOT_REACHED'],
  prove: ['DELIVERY_NOT_OUT_FOR_DELIVERY'],
  deliver: ['PROOF_REQUIRED'],
  retry: ['ROUTE_NOT_ACTIVE', 'DELIVERY_ERASED'],
  'take any step': ['INVALID_DELIVERY_TRANSITION'],
  'resolve an incident': ['INCIDENT_NOT_FOUND', 'INCIDENT_ALREADY_RESOLVED'],
  'end a route': ['ROUTE_HAS_OPEN_DELIVERIES'],
};

export function errorTable(): string {
  const rows = Object.entries(REFUSALS).flatMap(([what, codes]) =>
    codes.map((code, index) => [
      index === 0 ? what : '',
      String(PROBLEMS[code].problem.status),
      `\`${code}\``,
      PROBLEMS[code].when,
    ]),
  );
  return aligned([['to', 'status', 'code', 'when'], ...rows]);
}

/** As the formatter of the repository leaves tables. */
function aligned([head, ...rows]: string[][]): string {
  const widths = head!.map((_, column) => Math.max(3, ...[head!, ...rows].map((row) => row[column]!.length)));
  const line = (row: string[]) => `| ${row.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(head!), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...rows.map(line)].join('\n');
}
