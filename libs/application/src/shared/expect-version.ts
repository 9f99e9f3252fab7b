import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { VersionMismatchError } from './application-error';

/** The versions that the caller is ready to change; undefined when it named none. */
export type ExpectedVersion = readonly number[] | undefined;

/** @throws VersionMismatchError when the caller named versions and the stored one is not among them */
export function expectVersion(aggregate: AggregateRoot, expected: ExpectedVersion): void {
  if (expected !== undefined && !expected.includes(aggregate.storedVersion)) {
    throw new VersionMismatchError(aggregate.storedVersion);
  }
}
