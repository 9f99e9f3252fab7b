import { registerDecorator } from 'class-validator';
import { CronTime } from 'cron';

/** A cron expression of five fields, or of six with the seconds in front, that comes round at all: not 30 February. */
export function IsCron(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isCron',
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message: '$property must be a cron expression such as 0 0 0 * * *' },
      validator: { validate: (value: unknown) => typeof value === 'string' && comesRound(value) },
    });
}

function comesRound(expression: string): boolean {
  try {
    new CronTime(expression, 'UTC').sendAt();
    return true;
  } catch {
    return false;
  }
}
