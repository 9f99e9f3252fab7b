import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsNumber, IsOptional, IsString } from 'class-validator';
import { TRIP_SORTS, TripSort } from '@fleet/application/trips/trip.queries';
import { DISTANCE_MAX, ROUTE_MAX_LENGTH } from '@fleet/domain/trips/trip';
import { BooleanParameter, IsInstant, IsResourceId } from '@fleet/api/http/fields';
import { EXAMPLE_DRIVERS, EXAMPLE_VEHICLES } from '@fleet/api/http/openapi/examples';
import { GIVEN_INSTANT_NOTE, givenInstant, id, text, wholeNumber } from '@fleet/api/http/openapi/value-schemas';
import { PageQuery } from '@fleet/api/http/page.query';
import { sortValues } from '@fleet/api/http/sort';

export class StartTripRequest {
  @ApiProperty({ ...id, description: 'An available vehicle.', example: EXAMPLE_VEHICLES.forTrip.id })
  @IsResourceId()
  vehicleId: string;

  @ApiProperty({ ...id, description: 'An available driver.', example: EXAMPLE_DRIVERS.forTrip.id })
  @IsResourceId()
  driverId: string;

  @ApiProperty({
    ...text(ROUTE_MAX_LENGTH),
    description: 'Where it goes, in free text: 1 to 255 characters.',
    example: 'Distrito Industrial - Centro',
  })
  @IsString()
  route: string;
}

export class EndTripRequest {
  @ApiProperty({
    ...wholeNumber(0, DISTANCE_MAX),
    description: 'Kilometres driven; the mileage of the vehicle grows by them.',
    example: 104,
  })
  @IsNumber()
  distance: number;
}

export class ListActiveTripsQuery extends PageQuery {
  @ApiPropertyOptional({ ...id, description: 'Only trips of this vehicle.', example: EXAMPLE_VEHICLES.onTrip.id })
  @IsOptional()
  @IsResourceId()
  vehicleId?: string;

  @ApiPropertyOptional({ ...id, description: 'Only trips of this driver.', example: EXAMPLE_DRIVERS.onTrip.id })
  @IsOptional()
  @IsResourceId()
  driverId?: string;

  @ApiPropertyOptional({
    ...givenInstant,
    description: `Only trips that started at this instant or later. ${GIVEN_INSTANT_NOTE}`,
    example: '2025-08-01T00:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  from?: Date;

  @ApiPropertyOptional({
    ...givenInstant,
    description: `Only trips that started before this instant. ${GIVEN_INSTANT_NOTE}`,
    example: '2025-09-01T00:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  to?: Date;

  @ApiPropertyOptional({
    enum: sortValues(TRIP_SORTS),
    default: '-startDate',
    description: 'The order of the list; a leading `-` turns it round.',
  })
  @IsOptional()
  @IsIn(sortValues(TRIP_SORTS))
  sort: TripSort | `-${TripSort}` = '-startDate';
}

export class ListTripsQuery extends ListActiveTripsQuery {
  @ApiPropertyOptional({ type: 'boolean', description: 'Only trips that are running, or only those that have ended.' })
  @IsOptional()
  @BooleanParameter()
  @IsBoolean()
  active?: boolean;
}
