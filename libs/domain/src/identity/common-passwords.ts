/** The passwords that everybody tries first. */
export abstract class CommonPasswords {
  /** Whatever the case. */
  abstract has(password: string): Promise<boolean>;
}
