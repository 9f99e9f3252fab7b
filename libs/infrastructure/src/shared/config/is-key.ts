import { registerDecorator } from 'class-validator';
import { parseKeyList, parseSecret } from '@fleet/infrastructure/shared/secrets/key-list';

/** `id:base64,id:base64`, 32 bytes each; the first makes new things, the others still read old ones. */
export function IsKeyList(): PropertyDecorator {
  return check(
    'isKeyList',
    'id:key,id:key with 32 bytes in base64 for each key',
    (text) => parseKeyList(text) !== null,
  );
}

/** 32 bytes in base64. */
export function IsSecret(): PropertyDecorator {
  return check('isSecret', '32 bytes in base64', (text) => parseSecret(text) !== null);
}

function check(name: string, form: string, isRight: (text: string) => boolean): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name,
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message: `$property must be ${form}` },
      validator: { validate: (value: unknown) => typeof value === 'string' && isRight(value) },
    });
}
