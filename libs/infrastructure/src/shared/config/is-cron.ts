import { registerDecorator } from 'class-validator';
import { validateCronExpression } from 'cron';

/** A cron expression of five fields, or of six with the seconds in front. */
export function IsCron(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isCron',
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message: '$property must be a cron expression such as 0 0 0 * * *' },
      validator: { validate: (value: unknown) => typeof value === 'string' && validateCronExpression(value).valid },
    });
}
