import { IsInt, IsOptional, IsString, Max, MaxLength, Min } from 'class-validator';
import { DEFAULT_PAGE_SIZE, MAX_PAGE_SIZE } from '@fleet/application/shared/page';
import { WholeNumberParameter } from './fields';

/** Which page of a list: `limit` and `cursor`. */
export class PageQuery {
  @WholeNumberParameter()
  @IsInt()
  @Min(1)
  @Max(MAX_PAGE_SIZE)
  limit: number = DEFAULT_PAGE_SIZE;

  @IsOptional()
  @IsString()
  @MaxLength(1_000)
  cursor?: string;
}
