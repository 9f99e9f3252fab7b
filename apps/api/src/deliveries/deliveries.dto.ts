import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsNumber, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import {
  CUSTOMER_ADDRESS_MAX_LENGTH,
  CUSTOMER_NAME_MAX_LENGTH,
  MAX_PREDECESSORS,
  REFERENCE_MAX_LENGTH,
} from '@fleet/domain/deliveries/delivery-details';
import { DELIVERY_STATUSES, DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { CANCELLATION_REASONS, FAILURE_REASONS } from '@fleet/domain/deliveries/delivery-terms';
import { DELIVERY_DISTANCE_MAX, NOTES_MAX_LENGTH } from '@fleet/domain/deliveries/ending';
import { PRIORITIES, Priority, PROOF_REQUIREMENTS, ProofRequirement } from '@fleet/domain/shared/delivery-needs';
import { IsInstant, IsResourceId, IsResourceIds } from '@fleet/api/http/fields';
import { EXAMPLE_DELIVERIES, EXAMPLE_DELIVERY_ROUTE } from '@fleet/api/http/openapi/example-deliveries';
import { EXAMPLE_DRIVERS, EXAMPLE_VEHICLES } from '@fleet/api/http/openapi/examples';
import { GIVEN_INSTANT_NOTE, givenInstant, id, phone, text, wholeNumber } from '@fleet/api/http/openapi/value-schemas';

const EXAMPLE = EXAMPLE_DELIVERIES.pickedUp;

/** Every reason there is; which of them fits depends on the status. */
const REASONS = [...new Set([...FAILURE_REASONS, ...CANCELLATION_REASONS])];

export class CustomerRequest {
  @ApiProperty({ ...text(CUSTOMER_NAME_MAX_LENGTH), description: 'The name.', example: EXAMPLE.customer.name })
  @IsString()
  name: string;

  @ApiProperty({
    ...phone,
    description: 'The telephone number: digits, spaces and + - ( ), with 8 to 15 digits; kept as typed.',
    example: EXAMPLE.customer.phone,
  })
  @IsString()
  phone: string;

  @ApiProperty({
    ...text(CUSTOMER_ADDRESS_MAX_LENGTH),
    description: 'Where it is brought to.',
    example: EXAMPLE.customer.address,
  })
  @IsString()
  address: string;
}

export class ChangeDeliveryRequest {
  @ApiPropertyOptional({
    ...text(REFERENCE_MAX_LENGTH),
    description: 'A name of your own for it; no two deliveries have the same.',
    example: 'NF-20001',
  })
  @IsOptional()
  @IsString()
  reference?: string;

  @ApiProperty({ type: CustomerRequest, description: 'Whom it is for.' })
  @IsObject()
  @ValidateNested()
  @Type(() => CustomerRequest)
  customer: CustomerRequest;

  @ApiPropertyOptional({ enum: PRIORITIES, default: 'Normal', description: 'How much it presses.' })
  @IsOptional()
  @IsIn(PRIORITIES)
  priority?: Priority;

  @ApiPropertyOptional({
    ...givenInstant,
    description: `What the customer is promised. ${GIVEN_INSTANT_NOTE}`,
    example: EXAMPLE.promisedBy,
  })
  @IsOptional()
  @IsInstant()
  promisedBy?: Date;

  @ApiPropertyOptional({
    enum: PROOF_REQUIREMENTS,
    isArray: true,
    description: 'What the proof of delivery must have, besides who received it.',
    example: ['signature'],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(PROOF_REQUIREMENTS.length)
  @IsIn(PROOF_REQUIREMENTS, { each: true })
  requirements?: ProofRequirement[];

  @ApiPropertyOptional({
    type: 'array',
    items: { ...id },
    maxItems: MAX_PREDECESSORS,
    description: 'Deliveries that must be delivered before this one goes into transit.',
    example: [],
  })
  @IsOptional()
  @IsArray()
  @ArrayMaxSize(MAX_PREDECESSORS)
  @IsResourceIds()
  after?: string[];
}

export class AssignDeliveryRequest {
  @ApiPropertyOptional({
    ...id,
    description: 'The vehicle; left out, it stays as it is.',
    example: EXAMPLE_VEHICLES.forTrip.id,
  })
  @IsOptional()
  @IsResourceId()
  vehicleId?: string;

  @ApiPropertyOptional({
    ...id,
    description: 'The driver; left out, it stays as it is.',
    example: EXAMPLE_DRIVERS.forTrip.id,
  })
  @IsOptional()
  @IsResourceId()
  driverId?: string;
}

export class CreateDeliveryRequest extends ChangeDeliveryRequest {
  @ApiProperty({ ...id, description: 'An active route.', example: EXAMPLE_DELIVERY_ROUTE.id })
  @IsResourceId()
  routeId: string;

  @ApiPropertyOptional({ ...id, description: 'The vehicle, when it is known already.' })
  @IsOptional()
  @IsResourceId()
  vehicleId?: string;

  @ApiPropertyOptional({ ...id, description: 'The driver, when it is known already.' })
  @IsOptional()
  @IsResourceId()
  driverId?: string;
}

class EndingRequest {
  @ApiPropertyOptional({
    ...text(NOTES_MAX_LENGTH),
    description: 'Notes on failing or cancelling.',
    example: 'The shop is closed on Mondays',
  })
  @IsOptional()
  @IsString()
  notes?: string;

  @ApiPropertyOptional({
    ...wholeNumber(0, DELIVERY_DISTANCE_MAX),
    default: 0,
    description: 'Kilometres that were driven, where a trip ends with it; the mileage of the vehicle grows by them.',
    example: 0,
  })
  @IsOptional()
  @IsNumber()
  distance?: number;
}

export class CancelDeliveryRequest extends EndingRequest {
  @ApiProperty({ enum: CANCELLATION_REASONS, description: 'Why.', example: 'CustomerRequest' })
  @IsIn(CANCELLATION_REASONS)
  reason: string;
}

export class ChangeDeliveryStatusRequest extends EndingRequest {
  @ApiProperty({ enum: DELIVERY_STATUSES, description: 'Where it goes.', example: 'InTransit' })
  @IsIn(DELIVERY_STATUSES)
  status: DeliveryStatus;

  @ApiPropertyOptional({
    enum: REASONS,
    description:
      `Why, needed to fail (${FAILURE_REASONS.join(', ')}) and to cancel (${CANCELLATION_REASONS.join(', ')}); ` +
      'it means nothing to other statuses.',
  })
  @IsOptional()
  @IsIn(REASONS)
  reason?: string;
}
