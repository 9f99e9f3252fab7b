import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { IsArray, IsIn, IsNumber, IsOptional, IsString } from 'class-validator';
import { GivenDelivery } from '@fleet/domain/schedules/schedule-template';
import { MAX_MINUTES } from '@fleet/domain/schedules/template-checkpoints';
import { REFERENCE_PREFIX_MAX_LENGTH } from '@fleet/domain/schedules/template-deliveries';
import { PRIORITIES, Priority, PROOF_REQUIREMENTS, ProofRequirement } from '@fleet/domain/shared/delivery-needs';
import { IsResourceId } from '@fleet/api/http/fields';
import { EXAMPLE_DRIVERS, EXAMPLE_VEHICLES } from '@fleet/api/http/openapi/examples';
import { id, phone, text, wholeNumber } from '@fleet/api/http/openapi/value-schemas';

const MUST_BE_LIST = { message: 'must be a list' };

@ApiSchema({ name: 'DeliveryTemplateRequest' })
export class DeliveryTemplateRequest implements GivenDelivery {
  @ApiPropertyOptional({
    type: 'string',
    nullable: true,
    maxLength: REFERENCE_PREFIX_MAX_LENGTH,
    description:
      'What the reference of each delivery begins with; its local date follows, such as `BREAD-1-2026-01-05`, and where ' +
      'the rule has BYHOUR the time too. No two deliveries of a template have the same.',
    example: 'BREAD-1',
  })
  @IsOptional()
  @IsString()
  reference?: string | null;

  @ApiProperty({ ...text(100), description: 'Who gets it.', example: 'Padaria Central' })
  @IsString()
  customerName: string;

  @ApiProperty({ ...phone, description: 'The phone number of the customer.', example: '+55 (19) 90000-0021' })
  @IsString()
  customerPhone: string;

  @ApiProperty({ ...text(255), description: 'Where it goes.', example: 'Rua Treze de Maio, 100' })
  @IsString()
  customerAddress: string;

  @ApiPropertyOptional({
    ...{ enum: PRIORITIES, default: 'Normal', nullable: true },
    description: 'How urgent it is.',
    example: 'Normal',
  })
  @IsOptional()
  @IsIn(PRIORITIES)
  priority?: Priority | null;

  @ApiPropertyOptional({
    ...{ ...wholeNumber(1, MAX_MINUTES), nullable: true },
    description: 'Minutes after the start by which it is promised.',
    example: 60,
  })
  @IsOptional()
  @IsNumber()
  promisedAfterMinutes?: number | null;

  @ApiPropertyOptional({
    ...{ enum: PROOF_REQUIREMENTS, isArray: true, nullable: true },
    description: 'What proof of delivery is needed.',
    example: ['photo'],
  })
  @IsOptional()
  @IsArray(MUST_BE_LIST)
  @IsIn(PROOF_REQUIREMENTS, { each: true, message: `must be of: ${PROOF_REQUIREMENTS.join(', ')}` })
  requirements?: ProofRequirement[] | null;

  @ApiPropertyOptional({
    ...{ ...id, nullable: true },
    description: 'The vehicle that it is assigned to, where it is free then.',
    example: EXAMPLE_VEHICLES.available.id,
  })
  @IsOptional()
  @IsResourceId()
  vehicleId?: string | null;

  @ApiPropertyOptional({
    ...{ ...id, nullable: true },
    description: 'The driver whom it is assigned to, if free then.',
    example: EXAMPLE_DRIVERS.available.id,
  })
  @IsOptional()
  @IsResourceId()
  driverId?: string | null;

  @ApiPropertyOptional({
    ...{ type: 'array', items: { type: 'integer', minimum: 0 }, nullable: true },
    description: 'The earlier deliveries of the list that come first, by their places from 0.',
    example: [],
  })
  @IsOptional()
  @IsArray(MUST_BE_LIST)
  @IsNumber({}, { each: true, message: 'must be the places of earlier deliveries in the list, from 0' })
  after?: number[] | null;
}
