import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsOptional } from 'class-validator';
import { IsInstant } from './fields';
import { GIVEN_INSTANT_NOTE, givenInstant } from './openapi/value-schemas';

/** The query parameter that asks for an earlier state. */
export const AS_OF = 'asOf';

/** At which instant a resource is wanted: now, or earlier. */
export class AsOfQuery {
  @ApiPropertyOptional({
    ...givenInstant,
    description:
      'The state at this instant, which must not be in the future, rebuilt from what has happened; such an answer has ' +
      `no \`ETag\`. ${GIVEN_INSTANT_NOTE}`,
    example: '2025-08-20T00:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  [AS_OF]?: Date;
}
