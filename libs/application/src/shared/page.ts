/** One page of a list. `nextCursor` is null on the last page. */
export interface Page<Item> {
  readonly items: Item[];
  readonly nextCursor: string | null;
}

/** Which page of a list is wanted. */
export interface PageRequest {
  /** Items a page, 1 to {@link MAX_PAGE_SIZE}. */
  readonly limit: number;
  /** The `nextCursor` of the page before; nothing for the first page. */
  readonly cursor?: string | undefined;
}

export const DEFAULT_PAGE_SIZE = 50;
export const MAX_PAGE_SIZE = 200;
