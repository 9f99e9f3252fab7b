import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { operation } from '@fleet/api/http/openapi/operation';
import { HealthResponse, ReadinessResponse } from './health.responses';

export const health = operation({
  id: 'getHealth',
  summary: 'Is it alive?',
  description: 'Answers as long as the process does, and asks nothing else: whoever gets no answer restarts it.',
  answer: { status: 200, description: 'It is alive.', type: HealthResponse, example: { status: 'ok' } },
});

const NOT_READY = { status: 'not ready', checks: { database: false, cache: true } };

export const ready = applyDecorators(
  operation({
    id: 'getReadiness',
    summary: 'Is it ready?',
    description:
      'Whether requests should be sent here: not while the database is away, and not once the server has begun to ' +
      'stop. A busy server is ready. The answer may be some seconds old.',
    answer: {
      status: 200,
      description: 'It is ready.',
      type: ReadinessResponse,
      example: { status: 'ready', checks: { database: true, cache: true } },
    },
  }),
  ApiResponse({
    status: 503,
    description: 'It is not ready.',
    type: ReadinessResponse,
    examples: { 'not ready': { summary: 'The database is away.', value: NOT_READY } },
  }),
);
