import { join } from 'node:path';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const DRAFT = '.part';

export interface FilePaths {
  readonly folder: string;
  readonly file: string;
  /** What it is called until it is whole. */
  readonly draft: string;
}

/**
 * Where a file is, two folders deep: a folder with a million names is slow to list. They are named after the end of the
 * id, which is random; its beginning is the time, and would fill one folder after the other.
 *
 * @throws Error when the id is none of the product's: it must not lead to anywhere else
 */
export function pathsOf(root: string, id: string): FilePaths {
  if (!UUID.test(id)) throw new Error('A file is kept under a UUID in lower case.');
  const folder = join(root, id.slice(-4, -2), id.slice(-2));
  const file = join(folder, id);
  return { folder, file, draft: file + DRAFT };
}

/** The id of the file or draft of that name; null when it is no name of ours. */
export function idOf(name: string): string | null {
  const id = name.endsWith(DRAFT) ? name.slice(0, -DRAFT.length) : name;
  return UUID.test(id) ? id : null;
}
