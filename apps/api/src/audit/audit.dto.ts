import { ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { AUDITED_ENTITIES, AuditedEntity } from '@fleet/domain/audit/audited-entity';
import { IsInstant, IsResourceId } from '@fleet/api/http/fields';
import { EXAMPLE_VEHICLES } from '@fleet/api/http/openapi/examples';
import { filterText, GIVEN_INSTANT_NOTE, givenInstant, id } from '@fleet/api/http/openapi/value-schemas';
import { PageQuery } from '@fleet/api/http/page.query';

export class ListAuditQuery extends PageQuery {
  @ApiPropertyOptional({ enum: AUDITED_ENTITIES, description: 'Only what happened to things of this kind.' })
  @IsOptional()
  @IsIn(AUDITED_ENTITIES)
  entity?: AuditedEntity;

  @ApiPropertyOptional({
    ...id,
    description: 'Only what happened to the thing with this id.',
    example: EXAMPLE_VEHICLES.available.id,
  })
  @IsOptional()
  @IsResourceId()
  entityId?: string;

  @ApiPropertyOptional({
    ...filterText(),
    description: 'Only what this actor did: `user:` and an id, `key:` and an id, or `system`.',
    example: 'system',
  })
  @IsOptional()
  @IsString()
  actor?: string;

  @ApiPropertyOptional({
    ...filterText(),
    description: 'Only events of this type.',
    example: 'VehicleRegistered',
  })
  @IsOptional()
  @IsString()
  action?: string;

  @ApiPropertyOptional({
    ...givenInstant,
    description: `Only what happened at this instant or later. ${GIVEN_INSTANT_NOTE}`,
    example: '2025-08-01T00:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  from?: Date;

  @ApiPropertyOptional({
    ...givenInstant,
    description: `Only what happened before this instant. ${GIVEN_INSTANT_NOTE}`,
    example: '2025-09-01T00:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  to?: Date;
}
