import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { FleetOverviewView } from '@fleet/application/fleet/fleet-overview.view';
import { DELIVERY_STATUSES, DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { VEHICLE_STATUSES, VehicleStatus } from '@fleet/domain/vehicles/vehicle-status';
import { EXAMPLE_OVERVIEW } from '@fleet/api/http/openapi/example-live';
import { instant } from '@fleet/api/http/openapi/value-schemas';

const count = { type: 'integer', minimum: 0 } as const;

/** A number for each of these names. */
const counts = (names: readonly string[]) => ({
  type: 'object' as const,
  properties: Object.fromEntries(names.map((name) => [name, count] as const)),
  required: [...names],
  additionalProperties: false,
});

@ApiSchema({ name: 'FleetOverview', description: 'The fleet at a glance.' })
export class FleetOverviewResponse implements FleetOverviewView {
  @ApiProperty({ ...instant, description: 'When it was counted.', example: EXAMPLE_OVERVIEW.asOf })
  asOf: string;

  @ApiProperty({ ...counts(VEHICLE_STATUSES), description: 'Vehicles by status.', example: EXAMPLE_OVERVIEW.vehicles })
  vehicles: Record<VehicleStatus, number>;

  @ApiProperty({
    ...counts(['total', 'active', 'available']),
    description: 'Drivers: all of them, those who are active, and those of them who are on no trip.',
    example: EXAMPLE_OVERVIEW.drivers,
  })
  drivers: FleetOverviewView['drivers'];

  @ApiProperty({ ...count, description: 'Trips that are running.', example: EXAMPLE_OVERVIEW.activeTrips })
  activeTrips: number;

  @ApiProperty({
    ...counts(DELIVERY_STATUSES),
    description: 'Deliveries by status.',
    example: EXAMPLE_OVERVIEW.deliveries,
  })
  deliveries: Record<DeliveryStatus, number>;

  @ApiProperty({
    ...count,
    description: 'Deliveries on the road past what was promised.',
    example: EXAMPLE_OVERVIEW.lateOnRoad,
  })
  lateOnRoad: number;

  @ApiProperty({
    ...counts(['due', 'overdue']),
    description: 'Vehicles whose maintenance is due within the threshold of days, and those of them that are past it.',
    example: EXAMPLE_OVERVIEW.maintenance,
  })
  maintenance: FleetOverviewView['maintenance'];

  @ApiProperty({
    ...count,
    description: 'Incidents of deliveries that are open.',
    example: EXAMPLE_OVERVIEW.openIncidents,
  })
  openIncidents: number;
}
