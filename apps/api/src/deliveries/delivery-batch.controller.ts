import { Body, Controller, HttpCode, Logger, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { BatchFailure, BatchOutcome } from '@fleet/application/deliveries/batch-command';
import { BatchRejectedError } from '@fleet/application/deliveries/batch-rejected.error';
import { RunBatch } from '@fleet/application/deliveries/run-batch';
import { KeyedRequest } from '@fleet/application/shared/idempotency/idempotency-keys';
import { Access } from '@fleet/api/http/access/access';
import { TakesIdempotencyKey } from '@fleet/api/http/idempotency/idempotent';
import { Keyed } from '@fleet/api/http/idempotency/keyed';
import { BodyConfig } from '@fleet/api/http/media-types';
import { configureRoute } from '@fleet/api/http/route-config';
import { toProblem } from '@fleet/api/http/to-problem';
import { batchAnswer, batchRejected } from './batch-answers';
import * as docs from './delivery-batch.docs';
import { MAX_BATCH_VALUES } from './delivery-batch.dto';
import { BatchAnswerResponse } from './delivery-batch.responses';
import { ReadBatch, readBatch } from './read-batch';

@ApiTags('Deliveries')
@Controller('deliveries')
export class DeliveryBatchController {
  private readonly logger = new Logger('Batch');

  constructor(private readonly runBatch: RunBatch) {}

  @Post('batch')
  @docs.batch
  @Access('deliveries:write')
  @TakesIdempotencyKey()
  @configureRoute({ maxValues: MAX_BATCH_VALUES } satisfies BodyConfig)
  @HttpCode(200)
  async run(
    @Keyed() keyed: KeyedRequest | undefined,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<BatchAnswerResponse> {
    const batch = await readBatch(body);
    const outcomes = await this.outcomes(batch, keyed).catch((error: unknown) => {
      throw error instanceof BatchRejectedError ? batchRejected(error, request.id) : error;
    });
    if (outcomes.every((outcome) => 'replayed' in outcome && outcome.replayed)) {
      void reply.header('Idempotency-Replayed', 'true');
    }
    return batchAnswer(outcomes, new Map(batch.commands.map(({ index, work }) => [index, work.op])), request.id);
  }

  private async outcomes(
    { atomic, commands, refused }: ReadBatch,
    keyed: KeyedRequest | undefined,
  ): Promise<readonly BatchOutcome[]> {
    if (atomic) {
      if (refused[0]) throw new BatchRejectedError(refused[0].index, refused[0].error);
      return this.runBatch.together(commands, keyed);
    }
    const outcomes = await this.runBatch.each(commands, keyed);
    for (const outcome of outcomes) if ('error' in outcome) this.note(outcome);
    return [...refused, ...outcomes];
  }

  /** What is the server's own fault is in the log, as it is when the command comes alone. */
  private note({ index, error }: BatchFailure): void {
    const { status, detail } = toProblem(error);
    if (status >= 500) this.logger.error({ err: error, index }, detail);
  }
}
