import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { from, lastValueFrom, Observable } from 'rxjs';
import { AnswerOnce } from '@fleet/application/shared/idempotency/answer-once';
import { idempotencyKeyOf } from './idempotency-key';
import { keyedRequest } from './keyed-request';

/**
 * Runs the whole handler, the checks of its parameters included, in one transaction with its key. A kept answer is
 * given out as if the handler had just given it, so that it gets the same headers.
 */
@Injectable()
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(private readonly answerOnce: AnswerOnce) {}

  intercept(context: ExecutionContext, next: CallHandler): Observable<unknown> {
    const http = context.switchToHttp();
    const key = idempotencyKeyOf(http.getRequest());
    return key === undefined ? next.handle() : from(this.answer(http.getRequest(), http.getResponse(), key, next));
  }

  private async answer(request: FastifyRequest, reply: FastifyReply, key: string, next: CallHandler): Promise<unknown> {
    const { status, body, replayed } = await this.answerOnce.execute(keyedRequest(request, key), async () => {
      // Asked for in here, each time anew: the handler runs in the context in which it is asked for.
      const answer: unknown = await lastValueFrom(next.handle(), { defaultValue: undefined });
      return { status: reply.statusCode, body: answer };
    });
    if (replayed) void reply.code(status).header('Idempotency-Replayed', 'true');
    return body;
  }
}
