/** What kind of refusal it is; the HTTP door turns it into a status. */
export type DomainErrorKind = 'rule' | 'not-found' | 'conflict';

/**
 * A broken rule. `code` is stable and part of the public contract, and so are the names in `details`, which tell programs
 * more; `message` is for people.
 */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  readonly kind: DomainErrorKind = 'rule';
  /** What programs may want to know besides the code, by names of its own. */
  readonly details?: Readonly<Record<string, unknown>>;

  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}
