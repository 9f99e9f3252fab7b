/** New identities: UUID version 7, lower case, ascending in time. */
export abstract class IdGenerator {
  abstract next(): string;
}
