import { applyDecorators, UseInterceptors } from '@nestjs/common';
import { ApiExtension, ApiHeader } from '@nestjs/swagger';
import { configureRoute } from '@fleet/api/http/route-config';
import { IdempotencyInterceptor } from './idempotency.interceptor';
import { IDEMPOTENCY_KEY } from './idempotency-key';

/** Where an operation of the document says why it takes no key. */
export const NO_KEY_EXTENSION = 'x-no-idempotency-key';

/** What a route says about being sent again. */
export interface RepeatConfig {
  readonly takesIdempotencyKey?: boolean;
}

/** A request with an `Idempotency-Key` is done once, and whoever sends it again gets the first answer. */
export function Idempotent(): MethodDecorator {
  return applyDecorators(UseInterceptors(IdempotencyInterceptor), TakesIdempotencyKey());
}

/** For a POST that is no one piece of work: the handler asks for the key by `@Keyed()` and sees to the repeats itself. */
export function TakesIdempotencyKey(): MethodDecorator {
  return applyDecorators(
    configureRoute({ takesIdempotencyKey: true } satisfies RepeatConfig),
    ApiHeader({
      name: IDEMPOTENCY_KEY,
      description:
        'A name of your own for this request, such as a random UUID: 1 to 255 visible ASCII characters. Sent again ' +
        'within 24 hours with the same key, it is not done again: the answer is the first one.',
      required: false,
      schema: { type: 'string', minLength: 1, maxLength: 255, pattern: '^[!-~]+$' },
    }),
  );
}

/** For a POST that takes no key. @param reason half a sentence for those who would send one */
export function NotIdempotent(reason: string): MethodDecorator {
  return applyDecorators(
    configureRoute({ takesIdempotencyKey: false } satisfies RepeatConfig),
    ApiExtension(NO_KEY_EXTENSION, reason),
  );
}
