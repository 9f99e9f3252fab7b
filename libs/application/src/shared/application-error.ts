/** Something that went wrong around the rules rather than in them. `code` is stable. */
export abstract class ApplicationError extends Error {
  abstract readonly code: string;

  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = new.target.name;
  }
}

/** Somebody else changed the same thing at the same moment. */
export class ConcurrentUpdateError extends ApplicationError {
  readonly code = 'CONCURRENT_UPDATE';

  constructor() {
    super('Somebody else changed this at the same moment. Read it again and repeat the change.');
  }
}

/** The caller named a version that is not the present one. */
export class VersionMismatchError extends ApplicationError {
  readonly code = 'VERSION_MISMATCH';

  constructor(readonly currentVersion: number) {
    super(`The current version is ${currentVersion}. Read it again before changing it.`);
  }
}

/** The cursor is broken, or belongs to another list, sort or filter. */
export class InvalidCursorError extends ApplicationError {
  readonly code = 'INVALID_CURSOR';

  constructor() {
    super('The cursor is not one of this list with this sort and these filters. Start again without it.');
  }
}

/** Something that the work needs is away for now; asking again later may succeed. */
export class UnavailableError extends ApplicationError {
  readonly code = 'UNAVAILABLE';

  constructor(message: string, cause?: unknown) {
    super(message, { cause });
  }
}
