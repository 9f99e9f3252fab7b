import { Global, Module } from '@nestjs/common';
import { AnswerOnce } from '@fleet/application/shared/idempotency/answer-once';

/** One for all features: it knows what the process is working on. */
@Global()
@Module({ providers: [AnswerOnce], exports: [AnswerOnce] })
export class IdempotencyModule {}
