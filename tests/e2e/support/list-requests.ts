import { Asked, recorded } from './recorded-plans';
import { TestApi } from './test-api';

interface Page {
  /** Not in the answers that are no list alone. */
  readonly nextCursor?: string | null;
}

/** All that the first page of a list asks for, and all that the page after it does, if there is one. */
export async function askedBy(api: TestApi, url: string): Promise<Asked[][]> {
  const pages: Asked[][] = [];
  let next: string | null | undefined;
  const ask = (cursor: string) =>
    recorded(api, async () => {
      const { status, body } = await api.client.get<Page>(`${url}&limit=1${cursor}`);
      expect(status).toBe(200);
      next = body.nextCursor;
    });
  pages.push(await ask(''));
  if (next) pages.push(await ask(`&cursor=${next}`));
  return pages;
}
