export interface ReadinessChecks {
  readonly database: boolean;
  /** False only while a configured cache server is away; the product goes on without it. */
  readonly cache: boolean;
}

/** Whether what the product needs is there. */
export abstract class Readiness {
  abstract check(): Promise<ReadinessChecks>;
}
