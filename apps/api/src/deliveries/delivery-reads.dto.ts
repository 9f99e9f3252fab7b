import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString } from 'class-validator';
import { DELIVERY_SORTS, DeliverySort } from '@fleet/application/deliveries/delivery.queries';
import { SERVICE_LEVEL_MAX_DAYS } from '@fleet/application/deliveries/measure-service-level';
import { SERVICE_LEVEL_GROUPS, ServiceLevelGroup } from '@fleet/application/deliveries/service-level.queries';
import { DELIVERY_STATUSES, DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { PRIORITIES, Priority } from '@fleet/domain/shared/delivery-needs';
import { BooleanParameter, IsInstant, IsResourceId } from '@fleet/api/http/fields';
import { EXAMPLE_DELIVERIES } from '@fleet/api/http/openapi/example-deliveries';
import { filterText, GIVEN_INSTANT_NOTE, givenInstant, id } from '@fleet/api/http/openapi/value-schemas';
import { PageQuery } from '@fleet/api/http/page.query';
import { sortValues } from '@fleet/api/http/sort';

const EXAMPLE = EXAMPLE_DELIVERIES.inTransit;

/** Whose deliveries are wanted. */
export class AssignedQuery extends PageQuery {
  @ApiPropertyOptional({ ...id, description: 'Only deliveries along this route.', example: EXAMPLE.routeId })
  @IsOptional()
  @IsResourceId()
  routeId?: string;

  @ApiPropertyOptional({ ...id, description: 'Only deliveries of this driver.', example: EXAMPLE.driverId })
  @IsOptional()
  @IsResourceId()
  driverId?: string;

  @ApiPropertyOptional({ ...id, description: 'Only deliveries of this vehicle.', example: EXAMPLE.vehicleId })
  @IsOptional()
  @IsResourceId()
  vehicleId?: string;
}

export class ListDeliveriesQuery extends AssignedQuery {
  @ApiPropertyOptional({
    enum: DELIVERY_STATUSES,

    description: 'Only deliveries that stand there.',
  })
  @IsOptional()
  @IsIn(DELIVERY_STATUSES)
  status?: DeliveryStatus;

  @ApiPropertyOptional({
    ...filterText(),
    description:
      "Only deliveries of which every word of this is a whole word of the customer's name, whatever its case and accents, " +
      'or the telephone number, however it is written.',
    example: 'padaria',
  })
  @IsOptional()
  @IsString()
  customer?: string;

  @ApiPropertyOptional({ enum: PRIORITIES, description: 'Only deliveries that press so much.' })
  @IsOptional()
  @IsIn(PRIORITIES)
  priority?: Priority;

  @ApiPropertyOptional({
    ...filterText(),
    description: 'Only the delivery with exactly this reference.',
    example: 'NF-10001',
  })
  @IsOptional()
  @IsString()
  reference?: string;

  @ApiPropertyOptional({
    ...givenInstant,
    description: `Only deliveries whose slot begins at this instant or later. ${GIVEN_INSTANT_NOTE}`,
    example: '2025-08-01T00:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  from?: Date;

  @ApiPropertyOptional({
    ...givenInstant,
    description: `Only deliveries whose slot begins before this instant. ${GIVEN_INSTANT_NOTE}`,
    example: '2025-09-01T00:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  to?: Date;

  @ApiPropertyOptional({
    type: 'boolean',
    description: 'Only deliveries that were late, or are not over and past what was promised; or only the others.',
  })
  @IsOptional()
  @BooleanParameter()
  @IsBoolean()
  late?: boolean;

  @ApiPropertyOptional({
    type: 'boolean',
    description: 'Only deliveries with incidents that are open, or only the others.',
  })
  @IsOptional()
  @BooleanParameter()
  @IsBoolean()
  hasOpenIncidents?: boolean;

  @ApiPropertyOptional({
    enum: sortValues(DELIVERY_SORTS),
    default: '-slotStart',
    description: 'The order of the list; a leading `-` turns it round.',
  })
  @IsOptional()
  @IsIn(sortValues(DELIVERY_SORTS))
  sort: DeliverySort | `-${DeliverySort}` = '-slotStart';
}

export class ServiceLevelQuery extends PageQuery {
  @ApiProperty({
    ...givenInstant,
    description: `Only what was delivered at this instant or later. ${GIVEN_INSTANT_NOTE}`,
    example: '2025-08-01T00:00:00Z',
  })
  @IsInstant()
  from: Date;

  @ApiProperty({
    ...givenInstant,
    description: `Only what was delivered before this instant, at most ${SERVICE_LEVEL_MAX_DAYS} days later. ${GIVEN_INSTANT_NOTE}`,
    example: '2025-09-01T00:00:00Z',
  })
  @IsInstant()
  to: Date;

  @ApiPropertyOptional({
    enum: SERVICE_LEVEL_GROUPS,
    description: 'What deliveries are put together by; the total alone when left out.',
  })
  @IsOptional()
  @IsIn(SERVICE_LEVEL_GROUPS)
  by?: ServiceLevelGroup;
}
