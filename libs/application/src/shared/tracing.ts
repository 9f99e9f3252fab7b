/** A request that is followed from its arrival to its answer. */
export interface FollowedRequest {
  readonly traceId: string;
  /** Names this request to whoever is told of it, as the W3C writes it. */
  readonly traceparent: string;
  /** Does something in the course of the request. */
  run<T>(work: () => T): T;
  /** @param route the pattern */
  answered(route: string, status: number): void;
}

/** Follows pieces of work and what is done in their course, for operators who want to see where the time goes. */
export abstract class Tracing {
  /** Of the work that is being done; undefined where nobody follows it. */
  abstract readonly traceId: string | undefined;

  /** @param traceparent what the client says that the request is part of; null when requests are not followed */
  abstract arrived(method: string, traceparent: string | undefined): FollowedRequest | null;

  /** Follows the work, as a part of what is being done or by itself; `name` never has a value in it. */
  abstract follow<T>(name: string, work: () => T): T;

  /** Adds what has just been done. @param start on the clock of `performance` */
  abstract add(name: string, attributes: Readonly<Record<string, string>>, start: number, failed: boolean): void;

  /** Hands over what is left of it. */
  abstract close(): Promise<void>;
}
