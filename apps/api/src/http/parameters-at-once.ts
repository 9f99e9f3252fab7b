import type { ArgumentMetadata, PipeTransform, Type } from '@nestjs/common';
import { ParamsTokenFactory } from '@nestjs/core/pipes/params-token-factory';
import { RouterExecutionContext } from '@nestjs/core/router/router-execution-context';

type CreatePipesFn = RouterExecutionContext['createPipesFn'];

/** What a handler's parameter goes through on its way. */
interface Way {
  readonly pipes: readonly PipeTransform[];
  readonly metadata: ArgumentMetadata;
}

const TYPES = new ParamsTokenFactory();

/**
 * Hands parameters over without a wait where nothing has to be waited for. Nest makes four promises a parameter and one
 * more for each pipe, and every promise costs the more as requests are followed through them. What is handed over is
 * the same: first all parameters are read, then each goes through the pipes of the application and its own.
 */
export function readParametersAtOnce(): void {
  RouterExecutionContext.prototype.createPipesFn = createPipesFn as CreatePipesFn;
}

function createPipesFn(this: RouterExecutionContext, ...[pipes, parameters]: Parameters<CreatePipesFn>) {
  if (parameters.length === 0) return null;
  const ways = parameters.map(({ index, extractValue, type, data, metatype, pipes: own }) => {
    const metadata: ArgumentMetadata = {
      metatype: metatype as Type,
      type: TYPES.exchangeEnumForString(type as never),
      data: data as string,
    };
    return { index, extractValue, metadata, pipes: this.isPipeable(type) ? [...pipes, ...own] : [] };
  });
  return (args: unknown[], request: unknown, reply: unknown, next: () => void): Promise<unknown> | undefined => {
    const waits: Promise<unknown>[] = [];
    try {
      for (const { index, extractValue } of ways) args[index] = extractValue(request as never, reply, next);
      for (const way of ways) {
        const value = sent(args[way.index], way);
        if (value instanceof Promise) waits.push(value.then((arrived: unknown) => (args[way.index] = arrived)));
        else args[way.index] = value;
      }
    } catch (error) {
      passOver([...args, ...waits]);
      throw error;
    }
    return waits.length > 0 ? Promise.all(waits) : undefined;
  };
}

/** Nobody waits any more for what is still on its way: if it fails as well, that must not end the process. */
function passOver(values: readonly unknown[]): void {
  for (const value of values) if (value instanceof Promise) value.catch(() => undefined);
}

/** The value behind all pipes from the given one on; a promise of it as soon as one of them takes its time. */
function sent(value: unknown, way: Way, from = 0): unknown {
  for (let place = from; place < way.pipes.length; place++) {
    if (value instanceof Promise) return value.then((arrived) => sent(arrived, way, place));
    value = way.pipes[place]!.transform(value, way.metadata) as unknown;
  }
  return value;
}
