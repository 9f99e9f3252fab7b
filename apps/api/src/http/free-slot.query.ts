import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsInstant } from './fields';
import { GIVEN_INSTANT_NOTE, givenInstant } from './openapi/value-schemas';
import { PageQuery } from './page.query';

/** Who or what is available: now or, with both instants, in a slot. */
export class FreeSlotQuery extends PageQuery {
  @ApiPropertyOptional({
    ...givenInstant,
    description: `With \`to\`: whatever is free from this instant on, instead of now. ${GIVEN_INSTANT_NOTE}`,
    example: '2025-09-01T08:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  from?: Date;

  @ApiPropertyOptional({
    ...givenInstant,
    description: `With \`from\`: until this instant, which is not part of the slot. ${GIVEN_INSTANT_NOTE}`,
    example: '2025-09-01T12:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  to?: Date;
}
