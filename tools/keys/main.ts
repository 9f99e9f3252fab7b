import { newKeys } from '@fleet/infrastructure/shared/secrets/key-file';

/** `npm run keys:new` prints keys that nobody has had before, as the environment takes them. */
for (const [name, value] of Object.entries(newKeys())) console.log(`${name}=${value}`);
