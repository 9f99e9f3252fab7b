import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { VEHICLE_STATUSES, VehicleStatus } from '@fleet/domain/vehicles/vehicle-status';
import { EXAMPLE_VEHICLES } from '@fleet/api/http/openapi/examples';
import { pageOf } from '@fleet/api/http/openapi/page.response';
import { id, instant, version } from '@fleet/api/http/openapi/value-schemas';

const EXAMPLE = EXAMPLE_VEHICLES.available;

@ApiSchema({ name: 'Vehicle', description: 'A vehicle of the fleet.' })
export class VehicleResponse implements VehicleView {
  @ApiProperty({ ...id, description: 'Its identity, which never changes.', example: EXAMPLE.id })
  id: string;

  @ApiProperty({
    type: 'string',
    pattern: '^[A-Z0-9-]{1,10}$',
    description: 'The number plate in upper case; no two vehicles have the same.',
    example: EXAMPLE.plate,
  })
  plate: string;

  @ApiProperty({
    type: 'string',
    minLength: 1,
    maxLength: 100,
    description: 'Make and model.',
    example: EXAMPLE.model,
  })
  model: string;

  @ApiProperty({ type: 'integer', minimum: 1900, description: 'The model year.', example: EXAMPLE.year })
  year: number;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Kilometres driven so far.', example: EXAMPLE.mileage })
  mileage: number;

  @ApiProperty({ ...instant, description: 'When it was last maintained.', example: EXAMPLE.lastMaintenanceDate })
  lastMaintenanceDate: string;

  @ApiProperty({ ...instant, description: 'When maintenance is due next.', example: EXAMPLE.nextMaintenanceDate })
  nextMaintenanceDate: string;

  @ApiProperty({
    enum: VEHICLE_STATUSES,
    enumName: 'VehicleStatus',
    description: 'Where a vehicle is: free, on a trip, or in the workshop.',
    example: EXAMPLE.status,
  })
  status: VehicleStatus;

  @ApiProperty(version)
  version: number;

  @ApiProperty({ ...instant, description: 'When it was registered.', example: EXAMPLE.createdAt })
  createdAt: string;

  @ApiProperty({ ...instant, description: 'When it was last changed.', example: EXAMPLE.updatedAt })
  updatedAt: string;
}

export const VehiclePage = pageOf(VehicleResponse, 'VehiclePage', 'vehicles');
