/** What kind of refusal it is; the HTTP door turns it into a status. */
export type DomainErrorKind = 'rule' | 'not-found' | 'conflict';

/** A broken rule. `code` is stable and part of the public contract; `message` is for people. */
export abstract class DomainError extends Error {
  abstract readonly code: string;
  readonly kind: DomainErrorKind = 'rule';

  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}
