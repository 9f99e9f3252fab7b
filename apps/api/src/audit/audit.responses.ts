import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { AuditEntry } from '@fleet/application/audit/audit-entry.view';
import { AUDITED_ENTITIES, AuditedEntity } from '@fleet/domain/audit/audited-entity';
import { FieldChange } from '@fleet/domain/audit/field-changes';
import type { SchemaObject } from '@fleet/api/http/openapi/openapi-types';
import { pageOf } from '@fleet/api/http/openapi/page.response';
import { id, instant } from '@fleet/api/http/openapi/value-schemas';
import { EXAMPLE_ENTRIES } from './audit.examples';

const EXAMPLE = EXAMPLE_ENTRIES.vehicleChanged;

/** Whatever JSON holds. */
const anyValue = {
  anyOf: ['string', 'number', 'boolean', 'null', 'array', 'object'].map((type): SchemaObject => ({ type })),
};

@ApiSchema({ name: 'FieldChange', description: 'One field, before and after.' })
export class FieldChangeResponse implements FieldChange {
  @ApiProperty({ type: 'string', minLength: 1, description: 'The name of the field.', example: 'mileage' })
  field: string;

  @ApiProperty({
    ...anyValue,
    description: 'The value before; null when there was none, and for what happened before it was written down.',
    example: 48210,
  })
  before: unknown;

  @ApiProperty({ ...anyValue, description: 'The value from then on.', example: 48315 })
  after: unknown;

  @ApiProperty({
    type: 'boolean',
    description: 'Whether the values were personal and have been erased for good: both are null then.',
    example: false,
  })
  erased: boolean;
}

@ApiSchema({ name: 'AuditEntry', description: 'One thing that has happened: who did what, when and from where.' })
export class AuditEntryResponse implements AuditEntry {
  @ApiProperty({ ...id, description: 'The identity of the event.', example: EXAMPLE.id })
  id: string;

  @ApiProperty({ ...instant, description: 'When it happened.', example: EXAMPLE.occurredAt })
  occurredAt: string;

  @ApiProperty({
    type: 'string',
    description: 'Who did it: `user:` and an id, `key:` and an id, or `system`.',
    example: EXAMPLE.actor,
  })
  actor: string;

  @ApiProperty({ enum: AUDITED_ENTITIES, description: 'What kind of thing it happened to.', example: EXAMPLE.entity })
  entity: AuditedEntity;

  @ApiProperty({ ...id, description: 'The thing that it happened to.', example: EXAMPLE.entityId })
  entityId: string;

  @ApiProperty({ type: 'string', description: 'What happened.', example: EXAMPLE.action })
  action: string;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    description: 'The version that the thing has had from then on.',
    example: EXAMPLE.version,
  })
  version: number;

  @ApiProperty({
    type: 'string',
    description: 'The request in the course of which it happened (`X-Request-Id`), or the run of a job.',
    example: EXAMPLE.requestId,
  })
  requestId: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description:
      'The address that the request came from; null for what the product did by itself, and for a reader who has no ' +
      '`audit:read`.',
    example: EXAMPLE.address,
  })
  address: string | null;

  @ApiProperty({
    type: [FieldChangeResponse],
    description: 'The fields that changed; none when something was deleted.',
  })
  changes: FieldChangeResponse[];
}

export const AuditPage = pageOf(AuditEntryResponse, 'AuditPage', 'entries');
