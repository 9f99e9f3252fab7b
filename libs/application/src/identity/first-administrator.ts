export interface FirstAdministrator {
  readonly email: string;
  readonly password: string;
}

/** Who the first administrator is to be. */
export abstract class FirstAdministratorSettings {
  /** As the operator says. */
  abstract readonly given: FirstAdministrator | null;

  /** One with a password that nobody knows yet, where the product may make one by itself; else null. */
  abstract make(): FirstAdministrator | null;
}
