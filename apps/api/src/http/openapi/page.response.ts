import { Type } from '@nestjs/common';
import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { MAX_PAGE_SIZE, Page } from '@fleet/application/shared/page';

/** The class of a page of these items. @param items what they are, such as `vehicles` */
export function pageOf<Item>(item: Type<Item>, name: string, items: string): Type<Page<Item>> {
  @ApiSchema({ name, description: `One page of ${items}.` })
  class PageResponse implements Page<Item> {
    @ApiProperty({ type: [item], maxItems: MAX_PAGE_SIZE, description: `The page's ${items}.` })
    items: Item[];

    @ApiProperty({
      type: 'string',
      nullable: true,
      description: 'Send it as `cursor` to get the next page; null on the last page.',
      example: null,
    })
    nextCursor: string | null;
  }
  return PageResponse;
}
