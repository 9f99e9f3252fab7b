/** How one thing outside of the process is called. */
export interface OutboundSettings {
  /** Its name in the log and in the metrics. */
  readonly target: string;
  /** Its name in sentences. */
  readonly title: string;
  /** What the product does without it, as the log tells it. */
  readonly meanwhile: string;
  /** How long one attempt may take, its wait for a place included, in milliseconds. */
  readonly timeoutMs: number;
  /** Attempts after the first, of what may be repeated. */
  readonly retries: number;
  /** How long calls are refused once half of them have failed, in milliseconds. */
  readonly breakMs: number;
  /** The time whose calls are looked at for that, in milliseconds. */
  readonly windowMs: number;
  /** Calls that may run at once. */
  readonly atOnce: number;
  /** Calls that may wait for one of those to end. */
  readonly waiting: number;
  /** Whether an error tells that it is away or ill; if not, the error is an answer like any other. */
  isFault(error: unknown): boolean;
}
