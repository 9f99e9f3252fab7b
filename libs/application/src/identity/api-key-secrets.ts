/** Makes the keys that services show, and what is stored of them. */
export abstract class ApiKeySecrets {
  /** One that nobody can guess. */
  abstract next(): string;

  /** What the key begins with, which is no secret. */
  abstract prefixOf(key: string): string;

  /** What is stored in its place; null for a text that is no key at all, a misspelt one too. */
  abstract hashOf(key: string): string | null;
}
