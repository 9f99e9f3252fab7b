import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { TripView } from '@fleet/application/trips/trip.view';
import { DISTANCE_MAX } from '@fleet/domain/trips/trip';
import { EXAMPLE_TRIPS } from '@fleet/api/http/openapi/examples';
import { pageOf } from '@fleet/api/http/openapi/page.response';
import { id, instant, version, wholeNumber } from '@fleet/api/http/openapi/value-schemas';

const EXAMPLE = EXAMPLE_TRIPS.ended;

@ApiSchema({ name: 'Trip', description: 'One vehicle, driven by one driver along one route.' })
export class TripResponse implements TripView {
  @ApiProperty({ ...id, description: 'Its identity, which never changes.', example: EXAMPLE.id })
  id: string;

  @ApiProperty({ ...id, description: 'The vehicle that is driven.', example: EXAMPLE.vehicleId })
  vehicleId: string;

  @ApiProperty({ ...id, description: 'The driver.', example: EXAMPLE.driverId })
  driverId: string;

  @ApiProperty({ type: 'string', minLength: 1, maxLength: 255, description: 'The route.', example: EXAMPLE.route })
  route: string;

  @ApiProperty({ ...instant, description: 'When it started.', example: EXAMPLE.startDate })
  startDate: string;

  @ApiProperty({
    ...instant,
    nullable: true,
    description: 'When it ended; null while it runs.',
    example: EXAMPLE.endDate,
  })
  endDate: string | null;

  @ApiProperty({
    ...wholeNumber(0, DISTANCE_MAX),
    description: 'Kilometres driven; 0 while it runs.',
    example: EXAMPLE.distance,
  })
  distance: number;

  @ApiProperty(version)
  version: number;
}

export const TripPage = pageOf(TripResponse, 'TripPage', 'trips');
