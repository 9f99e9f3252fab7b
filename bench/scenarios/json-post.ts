import type { Request } from 'autocannon';

interface Post {
  readonly path: string;
  readonly body: object;
}

/** A POST request that is made anew each time it is sent. `Context` is what a connection remembers between requests. */
export function jsonPost<Context = object>(
  next: (context: Context) => Post,
  onAnswer?: (answer: string, context: Context) => void,
): Request {
  return {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    setupRequest: (request, context) => {
      const { path, body } = next(context as Context);
      return { ...request, path, body: JSON.stringify(body) };
    },
    onResponse: (_status, answer, context) => onAnswer?.(answer, context as Context),
  };
}
