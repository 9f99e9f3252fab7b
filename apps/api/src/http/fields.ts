import type { Type } from '@nestjs/common';
import { plainToInstance, Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsDate, IsObject, Matches, ValidateNested, ValidationOptions } from 'class-validator';
import { INSTANT_MESSAGE, parseInstant } from './instant';
import { parseUuid, UUID_MESSAGE } from './resource-id';

type Value = { value: unknown };

/** A JSON string or query parameter that names an instant becomes a Date. */
export function IsInstant(options?: ValidationOptions): PropertyDecorator {
  const read = Transform(({ value }: Value) =>
    typeof value === 'string' ? (parseInstant(value.trim()) ?? value) : value,
  );
  const check = IsDate({ message: INSTANT_MESSAGE, ...options });
  return (target, property) => {
    read(target, property);
    check(target, property);
  };
}

/** A query parameter that is written as a whole number becomes one; anything else is left for the validator to refuse. */
export function WholeNumberParameter(): PropertyDecorator {
  return Transform(({ value }: Value) =>
    typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value,
  );
}

/** A query parameter that is `true` or `false` becomes it. */
export function BooleanParameter(): PropertyDecorator {
  return Transform(({ value }: Value) => (value === 'true' ? true : value === 'false' ? false : value));
}

/** A JSON list of objects, each of which is checked against the class as a body is. */
export function ListOf(type: Type<object>, maxItems: number): PropertyDecorator {
  // What is beyond one too many is not looked at: the list is refused anyway.
  const read = Transform(({ obj, key }: { obj: Record<string, unknown>; key: string }) => {
    const given = obj[key];
    return Array.isArray(given) ? given.slice(0, maxItems + 1).map((one) => instanceOf(type, one)) : given;
  });
  const message = 'must be a list of objects';
  const checks = [
    IsArray({ message }),
    IsObject({ each: true, message }),
    ArrayMaxSize(maxItems, { message: `must be at most ${maxItems}` }),
    ValidateNested({ each: true }),
  ];
  return (target, property) => {
    for (const decorate of [read, ...checks]) decorate(target, property);
  };
}

function instanceOf(type: Type<object>, value: unknown): unknown {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? plainToInstance(type, value) : value;
}

const REFUSES_BLANK = Symbol('refuses blank');

/** A parameter that is there must have a value: `?dryRun` must not pass for "no dry run". */
export function RefusesBlank(): PropertyDecorator {
  return (target, property) => Reflect.defineMetadata(REFUSES_BLANK, true, target, property);
}

export function refusesBlank(requestClass: Type, property: string): boolean {
  return Reflect.hasMetadata(REFUSES_BLANK, requestClass.prototype as object, property);
}

/** A UUID in any case becomes one in lower case. */
export function IsResourceId(options?: ValidationOptions): PropertyDecorator {
  const read = Transform(({ value }: Value) => parseUuid(value) ?? value);
  const check = Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { message: UUID_MESSAGE, ...options });
  return (target, property) => {
    read(target, property);
    check(target, property);
  };
}

/** A list of UUIDs in any case becomes one in lower case. */
export function IsResourceIds(): PropertyDecorator {
  const read = Transform(({ value }: Value) =>
    Array.isArray(value) ? value.map((one: unknown) => parseUuid(one) ?? one) : value,
  );
  const check = Matches(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, { message: UUID_MESSAGE, each: true });
  return (target, property) => {
    read(target, property);
    check(target, property);
  };
}
