import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '@fleet/application/shared/page';
import { WholeNumberParameter } from './fields';

const MAX_CURSOR_LENGTH = 1_000;

/** Which page of a list: `limit` and `cursor`. */
export class PageQuery {
  @ApiPropertyOptional({
    type: 'integer',
    minimum: 1,
    maximum: MAX_PAGE_SIZE,
    default: DEFAULT_PAGE_SIZE,
    description: 'How many items the page has at most.',
  })
  @WholeNumberParameter()
  @Max(MAX_PAGE_SIZE)
  @Min(1)
  @IsInt({ message: 'must be a whole number' })
  limit: number = DEFAULT_PAGE_SIZE;

  @ApiPropertyOptional({
    type: 'string',
    maxLength: MAX_CURSOR_LENGTH,
    description: 'The `nextCursor` of the page before, with the same filters and sort; the first page when left out.',
  })
  @IsOptional()
  @IsString()
  @MaxLength(MAX_CURSOR_LENGTH)
  cursor?: string;
}
