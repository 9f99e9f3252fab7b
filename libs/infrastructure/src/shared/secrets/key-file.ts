import { randomBytes } from 'node:crypto';
import { closeSync, fsyncSync, linkSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs';
import { dirname } from 'node:path';
import { KEY_BYTES } from './key-list';

/** What the environment would say, in the names that it says it by. */
export interface KeyVariables {
  readonly JWT_KEYS: string;
  readonly ENCRYPTION_KEYS: string;
  readonly BLIND_INDEX_KEY: string;
}

const OWNER_ALONE = 0o600;

/**
 * The keys beside an embedded database, made once. Of processes that start together one makes them and all read the same.
 * @throws Error when the file is there and cannot be read
 */
export function readOrMakeKeyFile(file: string): KeyVariables {
  return read(file) ?? make(file);
}

/** Keys that nobody has had before. */
export function newKeys(): KeyVariables {
  return { JWT_KEYS: namedKey(), ENCRYPTION_KEYS: namedKey(), BLIND_INDEX_KEY: secret() };
}

function read(file: string): KeyVariables | null {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KeyVariables;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw new Error(`The key file ${file} cannot be read: ${(error as Error).message}`, { cause: error });
  }
}

function make(file: string): KeyVariables {
  mkdirSync(dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  const descriptor = openSync(draft, 'wx', OWNER_ALONE);
  writeSync(descriptor, `${JSON.stringify(newKeys(), null, 2)}\n`);
  fsyncSync(descriptor);
  closeSync(descriptor);
  try {
    // A link, not a rename: it fails where another process was faster, whose keys may be in use by now.
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    rmSync(draft);
  }
  return read(file)!;
}

function namedKey(): string {
  return `k${randomBytes(4).toString('hex')}:${secret()}`;
}

function secret(): string {
  return randomBytes(KEY_BYTES).toString('base64');
}
