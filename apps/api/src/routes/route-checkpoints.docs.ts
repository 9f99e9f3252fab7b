import { applyDecorators } from '@nestjs/common';
import { ApiParam } from '@nestjs/swagger';
import { EXAMPLE_CHECKPOINTS, EXAMPLE_ROUTES } from '@fleet/api/http/openapi/example-routes';
import { Answer, operation } from '@fleet/api/http/openapi/operation';
import { CheckpointRequest, ReplaceCheckpointsRequest } from './checkpoints.dto';
import { RouteResponse } from './routes.responses';

const { toExtend, toReplan, toAdjust, toShorten } = EXAMPLE_ROUTES;
const [first, second] = EXAMPLE_CHECKPOINTS;

const PROBLEMS = ['ROUTE_NOT_FOUND', 'ROUTE_NOT_IN_PLANNING'] as const;

const answer = (example: object): Answer => ({
  status: 200,
  description: 'The whole route as it is now.',
  type: RouteResponse,
  example: { ...example, version: 2 },
  headers: ['ETag'],
});

const pathSequence = ApiParam({
  name: 'sequence',
  description: 'Where in the route the checkpoint is.',
  schema: { type: 'integer', minimum: 1, example: 2 },
});

const NEXT = { location: 'Rua Barão de Jaguara, 1481', expectedAt: '2025-08-21T12:00:00.000Z' };
const ADDED = { ...NEXT, sequence: 3, latitude: null, longitude: null, earliest: null, latest: null };

export const add = operation({
  id: 'addCheckpoint',
  summary: 'Add a checkpoint',
  description:
    'Adds a checkpoint at the end, or where `sequence` says: those from there on come after it. In planning alone.',
  pathId: { of: 'the route', example: toExtend.id },
  condition: 'If-Match',
  body: { type: CheckpointRequest, examples: { last: { summary: 'One more at the end', value: NEXT } } },
  answer: answer({ ...toExtend, checkpoints: [first, second, ADDED], scheduledEnd: ADDED.expectedAt }),
  problems: [...PROBLEMS, 'CHECKPOINT_OUT_OF_ORDER'],
});

export const replace = operation({
  id: 'replaceCheckpoints',
  summary: 'Replace the checkpoints',
  description: 'All checkpoints of the route anew, in their order. In planning alone.',
  pathId: { of: 'the route', example: toReplan.id },
  condition: 'If-Match',
  body: {
    type: ReplaceCheckpointsRequest,
    examples: { one: { summary: 'One checkpoint instead of all', value: { checkpoints: [NEXT] } } },
  },
  answer: answer({ ...toReplan, checkpoints: [{ ...ADDED, sequence: 1 }], scheduledEnd: ADDED.expectedAt }),
  problems: [...PROBLEMS, 'CHECKPOINT_OUT_OF_ORDER'],
});

export const change = applyDecorators(
  pathSequence,
  operation({
    id: 'changeCheckpoint',
    summary: 'Change a checkpoint',
    description: 'Replaces all that a checkpoint is, and moves it where `sequence` says. In planning alone.',
    pathId: { of: 'the route', example: toAdjust.id },
    condition: 'If-Match',
    body: { type: CheckpointRequest, examples: { other: { summary: 'Another place, later', value: NEXT } } },
    answer: answer({
      ...toAdjust,
      checkpoints: [first, { ...ADDED, sequence: 2 }],
      scheduledEnd: ADDED.expectedAt,
    }),
    problems: [...PROBLEMS, 'CHECKPOINT_NOT_FOUND', 'CHECKPOINT_OUT_OF_ORDER'],
  }),
);

export const remove = applyDecorators(
  pathSequence,
  operation({
    id: 'removeCheckpoint',
    summary: 'Remove a checkpoint',
    description: 'Takes a checkpoint out of the route; those after it move up. In planning alone.',
    pathId: { of: 'the route', example: toShorten.id },
    condition: 'If-Match',
    answer: answer({ ...toShorten, checkpoints: [first], scheduledEnd: first.expectedAt }),
    problems: [...PROBLEMS, 'CHECKPOINT_NOT_FOUND'],
  }),
);
