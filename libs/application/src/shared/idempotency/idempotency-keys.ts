/** How long an answer is kept for whoever sends the request again, in milliseconds. */
export const ANSWERS_KEPT_MS = 24 * 60 * 60 * 1000;

/** A request whose sender has named it by a key, so that it can be sent again without being done again. */
export interface KeyedRequest {
  /** Whose key it is: the keys of two callers never meet. */
  readonly scope: string;
  readonly key: string;
  /** Everything that is asked for, in one text: two requests are the same when these are. */
  readonly content: string;
}

/** What a request was answered with. */
export interface Answer {
  readonly status: number;
  /** Undefined when the answer has no body. */
  readonly body: unknown;
}

/** An answer that was kept. */
export interface KeptAnswer extends Answer {
  /** Whether it was given to a request with the same content. */
  readonly isSameRequest: boolean;
}

/** The keys that have been used and what was answered. All but `find` is used inside `UnitOfWork.run` only. */
export abstract class IdempotencyKeys {
  /** The answer that was kept under the key after `since`; null when there is none. Waits for nobody. */
  abstract find(request: KeyedRequest, since: Date): Promise<KeptAnswer | null>;

  /**
   * What `find` gives; where that is nothing, the key is the transaction's until it ends.
   * @throws IdempotencyInFlightError when it is another transaction's
   */
  abstract claim(request: KeyedRequest, since: Date): Promise<KeptAnswer | null>;

  /**
   * Keeps the answer of a claimed request, in the transaction of its work.
   * @throws ConcurrentUpdateError when another transaction has kept one meanwhile
   */
  abstract keep(request: KeyedRequest, answer: Answer, now: Date): Promise<void>;

  /** Drops every answer whose body is the resource with this id: what it says of a person must not outlive them. */
  abstract forget(resourceId: string): Promise<void>;

  /** Drops answers from before `since`, the oldest first and at most `limit`; gives how many there were. */
  abstract sweep(since: Date, limit: number): Promise<number>;
}
