import { Page } from '@fleet/application/shared/page';
import { Client } from './client';

/** Reads a list to its end, page by page. @param path with its filters and sort */
export async function readPages<Item>(client: Client, path: string, limit: number): Promise<Item[][]> {
  const pages: Item[][] = [];
  for (let cursor: string | null = ''; cursor !== null;) {
    const parameters: string = cursor === '' ? `limit=${limit}` : `limit=${limit}&cursor=${cursor}`;
    const { status, body, text } = await client.get<Page<Item>>(join(path, parameters));
    if (status !== 200) throw new Error(`GET ${path} answered ${status}: ${text}`);
    pages.push(body.items);
    cursor = body.nextCursor;
  }
  return pages;
}

/** The ids of everything that a list holds. */
export async function listedIds(client: Client, path: string): Promise<string[]> {
  const pages = await readPages<{ id: string }>(client, path, 200);
  return pages.flat().map(({ id }) => id);
}

/** The cursor that leads from the first page of one item to the second. */
export async function cursorOf(client: Client, path: string): Promise<string> {
  const { body } = await client.get<Page<unknown>>(join(path, 'limit=1'));
  if (body.nextCursor === null) throw new Error(`GET ${path} has one page only.`);
  return body.nextCursor;
}

export function join(path: string, parameters: string): string {
  return `${path}${path.includes('?') ? '&' : '?'}${parameters}`;
}
