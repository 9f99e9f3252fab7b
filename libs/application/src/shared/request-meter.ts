/** A request that was answered, or given up. */
export interface AnsweredRequest {
  readonly method: string;
  /** The route's pattern, never the address: that has a value for each resource. */
  readonly route: string;
  readonly status: number;
}

/** Counts and times requests. */
export abstract class RequestMeter {
  abstract began(): void;

  abstract ended(request: AnsweredRequest, milliseconds: number): void;
}
