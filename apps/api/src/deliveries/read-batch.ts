import { setImmediate as othersTurn } from 'node:timers/promises';
import { Type } from '@nestjs/common';
import { BATCH_OPS, BatchCommand, BatchFailure, BatchWork } from '@fleet/application/deliveries/batch-command';
import { HttpProblemError } from '@fleet/api/http/http-problem.error';
import { canonicalJson } from '@fleet/api/http/idempotency/keyed-request';
import { RequestValidationPipe } from '@fleet/api/http/request-validation.pipe';
import { validationFailed } from '@fleet/api/http/to-problem';
import { detailsOf } from './delivery-details';
import {
  AssignCommandRequest,
  CreateCommandRequest,
  IncidentCommandRequest,
  RunBatchRequest,
  StatusCommandRequest,
} from './delivery-batch.dto';

export interface ReadBatch {
  /** All of them or none. */
  readonly atomic: boolean;
  readonly commands: readonly BatchCommand[];
  /** Those that are no commands. */
  readonly refused: readonly BatchFailure[];
}

const shape = new RequestValidationPipe();

/**
 * Checks each command as the body of a request is. Between them others have their turn: so many would keep everybody
 * waiting.
 *
 * @throws HttpProblemError when the body is no batch
 */
export async function readBatch(body: unknown): Promise<ReadBatch> {
  const { atomic, commands: given } = batchOf(body);
  const [commands, refused]: [BatchCommand[], BatchFailure[]] = [[], []];
  for (const [index, value] of given.entries()) {
    await othersTurn();
    try {
      commands.push({ index, content: canonicalJson(value), work: workOf(value) });
    } catch (error) {
      refused.push({ index, error });
    }
  }
  return { atomic: atomic ?? false, commands, refused };
}

/** The commands as they were sent: what checks the rest of the body sees their number alone. */
function batchOf(body: unknown): RunBatchRequest {
  const { commands } = (body ?? {}) as { commands?: unknown };
  if (!Array.isArray(commands)) return checked(RunBatchRequest, body);
  const batch = checked(RunBatchRequest, { ...(body as object), commands: [...commands.keys()] });
  return { ...batch, commands };
}

function workOf(value: unknown): BatchWork {
  const op = (value as { op?: unknown } | null)?.op;
  switch (op) {
    case 'create': {
      const request = checked(CreateCommandRequest, value);
      const { routeId, vehicleId, driverId } = request;
      return { op, command: { ...detailsOf(request), routeId, vehicleId, driverId } };
    }
    case 'assign': {
      const { vehicleId, driverId, ...request } = checked(AssignCommandRequest, value);
      return { op, command: { ...targetOf(request), vehicleId, driverId } };
    }
    case 'status': {
      const { status, reason, notes, distance, ...request } = checked(StatusCommandRequest, value);
      return { op, command: { ...targetOf(request), status, reason, notes, distance } };
    }
    case 'incident': {
      const { deliveryId, version, op: _, ...report } = checked(IncidentCommandRequest, value);
      return { op, command: { ...targetOf({ deliveryId, version }), ...report } };
    }
    default:
      throw unknownOp(value);
  }
}

function checked<Request extends object>(type: Type<Request>, value: unknown): Request {
  return shape.transform(value, { type: 'body', metatype: type }) as Request;
}

function targetOf({ deliveryId, version }: { deliveryId: string; version?: number | undefined }) {
  return { id: deliveryId, expectedVersion: version === undefined ? undefined : [version] };
}

function unknownOp(value: unknown): HttpProblemError {
  const isCommand = typeof value === 'object' && value !== null && !Array.isArray(value);
  const fault = isCommand
    ? { field: 'op', message: `must be one of ${BATCH_OPS.join(', ')}` }
    : { field: '', message: 'must be a JSON object' };
  return new HttpProblemError(validationFailed([fault]));
}
