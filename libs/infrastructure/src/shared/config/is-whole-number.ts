import { Transform } from 'class-transformer';
import { registerDecorator } from 'class-validator';

/** A variable that is written as a whole number becomes one; `min` and `max` are allowed themselves. */
export function IsWholeNumber(min: number, max: number): PropertyDecorator {
  const read = Transform(({ value }: { value: unknown }) =>
    typeof value === 'string' && /^-?\d+$/.test(value) ? Number(value) : value,
  );
  return (target, propertyName) => {
    read(target, propertyName);
    registerDecorator({
      name: 'isWholeNumber',
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message: `$property must be a whole number from ${min} to ${max}` },
      validator: {
        validate: (value: unknown) => typeof value === 'number' && value >= min && value <= max,
      },
    });
  };
}
