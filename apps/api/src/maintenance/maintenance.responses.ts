import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { MaintenanceRecordView } from '@fleet/application/maintenance/maintenance-record.view';
import { MaintenanceCheckView } from '@fleet/application/maintenance/run-maintenance-check';
import { EXAMPLE_MAINTENANCE_RECORD } from '@fleet/api/http/openapi/examples';
import { pageOf } from '@fleet/api/http/openapi/page.response';
import { id, instant, money } from '@fleet/api/http/openapi/value-schemas';

const EXAMPLE = EXAMPLE_MAINTENANCE_RECORD;

@ApiSchema({ name: 'MaintenanceRecord', description: 'Work that was done on a vehicle. It never changes.' })
export class MaintenanceRecordResponse implements MaintenanceRecordView {
  @ApiProperty({ ...id, description: 'Its identity.', example: EXAMPLE.id })
  id: string;

  @ApiProperty({ ...id, description: 'The vehicle that the work was done on.', example: EXAMPLE.vehicleId })
  vehicleId: string;

  @ApiProperty({ ...instant, description: 'When the work was done.', example: EXAMPLE.date })
  date: string;

  @ApiProperty({
    type: 'string',
    minLength: 1,
    maxLength: 500,
    description: 'What was done.',
    example: EXAMPLE.description,
  })
  description: string;

  @ApiProperty({ ...money, description: "The cost in the fleet's currency.", example: EXAMPLE.cost })
  cost: number;

  @ApiProperty({ ...instant, description: 'When it was recorded.', example: EXAMPLE.createdAt })
  createdAt: string;
}

export const MaintenanceRecordPage = pageOf(MaintenanceRecordResponse, 'MaintenanceRecordPage', 'maintenance records');

@ApiSchema({ name: 'MaintenanceCheck', description: 'What a maintenance check has found.' })
export class MaintenanceCheckResponse implements MaintenanceCheckView {
  @ApiProperty({ ...instant, description: 'When it looked.', example: '2025-11-14T00:00:00.000Z' })
  checkedAt: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'How many days ahead it looked.', example: 3 })
  daysThreshold: number;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    description: 'Vehicles that are due, overdue ones included.',
    example: 12,
  })
  count: number;
}
