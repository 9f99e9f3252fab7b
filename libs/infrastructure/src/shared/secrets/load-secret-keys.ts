import { Configuration } from '@fleet/infrastructure/shared/config/configuration';
import { KeyVariables, newKeys } from './key-file';
import { keptKeys } from './kept-keys';
import { NamedKey, parseKeyList, parseSecret } from './key-list';
import { SecretKeys } from './secret-keys';

/** What the environment names; on the embedded engine the rest comes from the file beside the database. */
export function loadSecretKeys({ database, environment }: Configuration): SecretKeys {
  const { JWT_KEYS, ENCRYPTION_KEYS, BLIND_INDEX_KEY } = environment;
  const given = { JWT_KEYS, ENCRYPTION_KEYS, BLIND_INDEX_KEY };
  const isComplete = Object.values(given).every((value) => value !== undefined);
  const kept: Partial<KeyVariables> =
    isComplete || database.engine !== 'sqlite'
      ? {}
      : database.file === ':memory:'
        ? newKeys()
        : keptKeys(database.file);
  return new SecretKeys(
    keyList('JWT_KEYS', given.JWT_KEYS ?? kept.JWT_KEYS),
    keyList('ENCRYPTION_KEYS', given.ENCRYPTION_KEYS ?? kept.ENCRYPTION_KEYS),
    must('BLIND_INDEX_KEY', parseSecret(given.BLIND_INDEX_KEY ?? kept.BLIND_INDEX_KEY ?? '')),
  );
}

function keyList(name: string, text: string | undefined): [NamedKey, ...NamedKey[]] {
  return must(name, parseKeyList(text ?? '')) as [NamedKey, ...NamedKey[]];
}

function must<T>(name: string, value: T | null): T {
  if (value === null) throw new Error(`${name} is missing or no key.`);
  return value;
}
