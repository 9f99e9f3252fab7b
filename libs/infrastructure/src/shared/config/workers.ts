import { availableParallelism } from 'node:os';
import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';

const MOST_WORKERS = 64;

/** A variable that says how many processes share the port; `auto` is one for each core that this process may use. */
export function IsWorkers(): PropertyDecorator {
  const read = Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? parseWorkers(value) : value));
  return (target, propertyName) => {
    read(target, propertyName);
    registerDecorator({
      name: 'isWorkers',
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message: `$property must be auto, or a whole number from 1 to ${MOST_WORKERS}` },
      validator: {
        validate: (value: unknown) => typeof value === 'number' && value >= 1 && value <= MOST_WORKERS,
      },
    });
  };
}

function parseWorkers(text: string): number | string {
  if (text === 'auto') return Math.min(availableParallelism(), MOST_WORKERS);
  return /^\d+$/.test(text) ? Number(text) : text;
}
