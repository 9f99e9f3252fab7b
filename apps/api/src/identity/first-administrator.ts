import { Injectable, Logger, OnApplicationBootstrap } from '@nestjs/common';
import { CreateFirstAdministrator } from '@fleet/application/identity/create-first-administrator';
import { FirstAdministrator, FirstAdministratorSettings } from '@fleet/application/identity/first-administrator';
import { InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';

/** Sees to it, before anybody is answered, that somebody can sign in. */
@Injectable()
export class FirstAdministratorAtStart implements OnApplicationBootstrap {
  private readonly logger = new Logger('Users');

  constructor(
    private readonly settings: FirstAdministratorSettings,
    private readonly create: CreateFirstAdministrator,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (!(await this.create.isNeeded())) return;
    const { given } = this.settings;
    const made = given ? null : this.settings.make();
    if (given) await this.createGiven(given);
    else if (made) await this.createMade(made);
    else this.logger.warn('There is no user yet. Set ADMIN_EMAIL and ADMIN_PASSWORD and start again to create one.');
  }

  private async createGiven(administrator: FirstAdministrator): Promise<void> {
    try {
      if (await this.create.execute(administrator)) this.logger.log('The first administrator has been created.');
    } catch (error) {
      throw error instanceof InvalidFieldsError ? inWordsOfTheOperator(error) : error;
    }
  }

  private async createMade(administrator: FirstAdministrator): Promise<void> {
    if (await this.create.execute(administrator)) process.stderr.write(announcement(administrator));
  }
}

/** Not in the log, which others read too and which is kept. */
function announcement({ email, password }: FirstAdministrator): string {
  return `
  There was no user yet, so an administrator has been created. This is shown once:

    e-mail    ${email}
    password  ${password}

`;
}

function inWordsOfTheOperator({ faults }: InvalidFieldsError): Error {
  return new Error(faults.map(({ field, message }) => `ADMIN_${field.toUpperCase()} ${message}.`).join(' '));
}
