import { BatchFailure, BatchOp, BatchOutcome } from '@fleet/application/deliveries/batch-command';
import { BatchRejectedError } from '@fleet/application/deliveries/batch-rejected.error';
import { HttpProblemError } from '@fleet/api/http/http-problem.error';
import { Problem, problemBody } from '@fleet/api/http/problem';
import { toProblem } from '@fleet/api/http/to-problem';
import { BatchAnswerResponse, BatchResultResponse } from './delivery-batch.responses';

const BATCH_PATH = '/api/deliveries/batch';

const STATUS: Readonly<Record<BatchOp, number>> = { create: 201, assign: 200, status: 200, incident: 201 };

/** The answer of a batch, in the order of its commands. @param ops what each command was, by its place */
export function batchAnswer(
  outcomes: readonly BatchOutcome[],
  ops: ReadonlyMap<number, BatchOp>,
  requestId: string,
): BatchAnswerResponse {
  const results = outcomes
    .map((outcome) => resultOf(outcome, ops, requestId))
    .sort((one, other) => one.index - other.index);
  const failed = results.filter(({ problem }) => problem).length;
  return { succeeded: results.length - failed, failed, results };
}

/** What somebody is told whose batch is all or nothing, and cannot be all. */
export function batchRejected(
  { index, message, code, cause }: BatchRejectedError,
  requestId: string,
): HttpProblemError {
  const inner = problemBody(commandProblem({ index, error: cause }), BATCH_PATH, requestId);
  return new HttpProblemError({ status: 400, code, detail: message, details: { index, cause: inner } });
}

/** A field at fault is named by its place in the body of the batch. */
function commandProblem({ index, error }: BatchFailure): Problem {
  const { errors, ...problem } = toProblem(error);
  if (!errors) return problem;
  const within = `commands[${index}]`;
  return {
    ...problem,
    errors: errors.map(({ field, message }) => ({ field: field ? `${within}.${field}` : within, message })),
  };
}

function resultOf(outcome: BatchOutcome, ops: ReadonlyMap<number, BatchOp>, requestId: string): BatchResultResponse {
  const { index } = outcome;
  if ('delivery' in outcome) return { index, status: STATUS[ops.get(index)!], delivery: outcome.delivery };
  const problem = commandProblem(outcome);
  return { index, status: problem.status, problem: problemBody(problem, BATCH_PATH, requestId) };
}
