import { loadConfiguration } from '@fleet/infrastructure/shared/config/load-configuration';
import { loadSecretKeys } from '@fleet/infrastructure/shared/secrets/load-secret-keys';
import { SecretKeys } from '@fleet/infrastructure/shared/secrets/secret-keys';

const SECRET = Buffer.alloc(32, 7).toString('base64');

/** The keys of every fleet that is measured: of made-up people, so that they may stand here. */
export const FLEET_KEYS = { JWT_KEYS: `k1:${SECRET}`, ENCRYPTION_KEYS: `k1:${SECRET}`, BLIND_INDEX_KEY: SECRET };

export function fleetKeys(): SecretKeys {
  return loadSecretKeys(loadConfiguration({ DATABASE_URL: 'file::memory:', ...FLEET_KEYS }));
}
