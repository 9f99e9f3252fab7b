import { createParamDecorator, ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { HttpProblemError } from './http-problem.error';
import { validationFailed } from './to-problem';

const ENTITY_TAG_LIST = /^\s*(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*"(?:\s*,\s*(?:W\/)?"[\x21\x23-\x7e\x80-\xff]*")*\s*$/;
// As `entityTag` writes them: "07" is another tag than "7".
const STRONG_VERSION = /(?<!W\/)"([1-9]\d{0,8})"/g;
const ANY_TAG = /"[^"]*"/g;
const ANY_VERSION = /"([1-9]\d{0,8})"/g;

export function entityTag(version: number): string {
  return `"${version}"`;
}

/** The versions that `If-Match` lets through; undefined when every version is welcome. Weak tags match nothing. */
export const IfMatch = createParamDecorator((_: unknown, context: ExecutionContext): ExpectedVersion => {
  const header = context.switchToHttp().getRequest<FastifyRequest>().headers['if-match'];
  if (header === undefined || header.trim() === '*') return undefined;
  if (!ENTITY_TAG_LIST.test(header)) {
    throw new HttpProblemError(
      validationFailed([{ field: 'If-Match', message: 'must be * or entity tags such as "3"' }]),
    );
  }
  return [...header.matchAll(STRONG_VERSION)].map((match) => Number(match[1]));
});

/** Whether the client already has the content that this tag stands for. */
export function isKnownTag(header: string | undefined, tag: string): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || [...header.matchAll(ANY_TAG)].some(([known]) => known === tag);
}

/** Whether the client already has this version. */
export function isKnown(header: string | undefined, version: number): boolean {
  if (header === undefined) return false;
  return header.trim() === '*' || [...header.matchAll(ANY_VERSION)].some((match) => Number(match[1]) === version);
}
