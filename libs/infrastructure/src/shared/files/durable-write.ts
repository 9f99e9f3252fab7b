import { FileHandle, mkdir, open, rename, rm } from 'node:fs/promises';
import { platform } from 'node:os';
import { dirname } from 'node:path';
import { FilePaths } from './file-paths';

const OWNER_ALONE = 0o600;
const FOLDER_OF_OWNER_ALONE = 0o700;

/** Writes a file that is there wholly or not at all, whenever the process is killed or the power fails. */
export async function writeDurably({ folder, file, draft }: FilePaths, content: Uint8Array): Promise<void> {
  const made = await mkdir(folder, { recursive: true, mode: FOLDER_OF_OWNER_ALONE });
  try {
    await using(await open(draft, 'w', OWNER_ALONE), async (handle) => {
      await handle.writeFile(content);
      await handle.sync();
    });
    await rename(draft, file);
  } catch (error) {
    // On a full disk it would take room that others could use.
    await rm(draft, { force: true }).catch(() => undefined);
    throw error;
  }
  await syncFolder(folder);
  if (made !== undefined) await syncAbove(folder, made);
}

/** A new folder is known to the one above it, which must not forget it either. @param made the uppermost new one */
async function syncAbove(folder: string, made: string): Promise<void> {
  const above = dirname(folder);
  await syncFolder(above);
  if (folder !== made) await syncAbove(above, made);
}

async function syncFolder(folder: string): Promise<void> {
  // Windows opens no folders, and keeps their names by itself.
  if (platform() !== 'win32') await using(await open(folder, 'r'), (handle) => handle.sync());
}

async function using(handle: FileHandle, work: (handle: FileHandle) => Promise<void>): Promise<void> {
  try {
    await work(handle);
  } finally {
    await handle.close();
  }
}
