import { ArgumentMetadata, Injectable, PipeTransform, Type } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { FieldFault } from '@fleet/domain/shared/invalid-fields.error';
import { textFault } from '@fleet/domain/shared/text';
import { refusesBlank } from './fields';
import { HttpProblemError } from './http-problem.error';
import { KnownQueries } from './known-queries';
import { PlacedError, placedErrors, placesOf } from './nested-faults';
import { validationFailed } from './to-problem';

/** `__proto__`, `constructor`, `toString` and their like: every object knows them, so the library lets them through. */
const PROTOTYPE_NAMES = Object.getOwnPropertyNames(Object.prototype);
const UNKNOWN_FIELD = 'is not a known field';
const LONGEST_PARAMETER = 2_000;

/** Checks the shape of bodies and queries against their classes. Types are exact: `"2022"` is no number. */
@Injectable()
export class RequestValidationPipe implements PipeTransform {
  private readonly queries = new KnownQueries();

  transform(value: unknown, { type, metatype }: ArgumentMetadata): unknown {
    if (!metatype || (type !== 'body' && type !== 'query') || !isRequestClass(metatype)) return value;
    if (!isPlainObject(value)) throw refused([{ field: '', message: 'must be a JSON object' }]);
    return type === 'query'
      ? this.queries.get(metatype, value, () => check(value, metatype, cleanQuery))
      : check(value, metatype);
  }
}

type Fields = Record<string, unknown>;

function check(given: Fields, requestClass: Type, clean?: (given: Fields, requestClass: Type) => Fields): object {
  const forbidden = placesOf(PROTOTYPE_NAMES, given);
  if (forbidden.length > 0) throw refused(forbidden.map((field) => ({ field, message: UNKNOWN_FIELD })));
  const instance = plainToInstance(requestClass, clean ? clean(given, requestClass) : given) as object;
  const errors = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, stopAtFirstError: true });
  if (errors.length > 0) throw refused(placedErrors(errors).map(fault));
  return withoutNulls(instance);
}

function isRequestClass(metatype: Type): boolean {
  return ![String, Boolean, Number, Array, Object].includes(metatype as never);
}

function isPlainObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !Buffer.isBuffer(value);
}

function refused(faults: FieldFault[]): HttpProblemError {
  return new HttpProblemError(validationFailed(faults));
}

/** Text is trimmed, and blank parameters count as missing; what no database could compare with is refused here. */
function cleanQuery(query: Fields, queryClass: Type): Fields {
  const given = Object.entries(query)
    .map(([name, value]): [string, unknown] => [name, typeof value === 'string' ? value.trim() : value])
    .filter(([name, value]) => value !== '' || refusesBlank(queryClass, name));
  const faults = given.flatMap(([field, value]) => {
    const message = typeof value === 'string' ? textFault(value, LONGEST_PARAMETER) : 'must be given once';
    return message ? [{ field, message }] : [];
  });
  if (faults.length > 0) throw refused(faults);
  return Object.fromEntries(given);
}

function fault({ field, error: { property, value, constraints } }: PlacedError): FieldFault {
  const [rule, message] = Object.entries(constraints ?? {})[0] ?? ['', 'is not allowed'];
  if (rule === 'whitelistValidation') return { field, message: UNKNOWN_FIELD };
  if (value === undefined || value === null) return { field, message: 'is required' };
  if (rule === 'isNumber') return { field, message: 'must be a number' };
  return {
    field,
    message: message.startsWith(`${property} `) ? message.slice(property.length + 1) : message,
  };
}

/** `null` for an optional field is the same as leaving it out. */
function withoutNulls(instance: object): object {
  for (const [name, value] of Object.entries(instance)) {
    if (value === null) (instance as Record<string, unknown>)[name] = undefined;
  }
  return instance;
}
