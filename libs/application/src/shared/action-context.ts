/** On whose behalf, and in the course of what, a piece of work is done. */
export interface Action {
  /** Who acts: `user:<id>`, `key:<id>`, or `system` when nobody is signed in. */
  readonly actor: string;
  /** The request id, or the id of a job's run. */
  readonly correlationId: string;
  /** The client's address; nothing for what the product does by itself. */
  readonly address?: string;
}

/** Carries the present action to whatever records or logs it. */
export abstract class ActionContext {
  abstract readonly current: Action;

  /** Runs `work`, and all that it awaits, as part of `action`. */
  abstract run<T>(action: Action, work: () => T): T;
}
