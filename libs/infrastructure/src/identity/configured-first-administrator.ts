import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { FirstAdministrator, FirstAdministratorSettings } from '@fleet/application/identity/first-administrator';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';

const EMAIL = 'admin@fleet.local';
/** 24 characters. */
const PASSWORD_BYTES = 18;

@Injectable()
export class ConfiguredFirstAdministrator extends FirstAdministratorSettings {
  constructor(private readonly configuration: Configuration) {
    super();
  }

  get given(): FirstAdministrator | null {
    const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password } = this.configuration.environment;
    return email && password ? { email, password } : null;
  }

  /** On the embedded engine alone: whoever reads the terminal there has the database file too. */
  make(): FirstAdministrator | null {
    if (this.configuration.database.engine !== 'sqlite') return null;
    return { email: EMAIL, password: randomBytes(PASSWORD_BYTES).toString('base64url') };
  }
}
