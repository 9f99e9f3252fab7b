import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { id, instant } from './value-schemas';

@ApiSchema({ name: 'AssignmentConflict', description: 'A vehicle or a driver that another delivery holds meanwhile.' })
export class AssignmentConflictResponse {
  @ApiProperty({ enum: ['Vehicle', 'Driver'], description: 'What is held.', example: 'Vehicle' })
  resource: string;

  @ApiProperty({ ...id, description: 'The vehicle or the driver.', example: '0198b8a0-7a00-7000-8000-000000000001' })
  resourceId: string;

  @ApiProperty({ ...id, description: 'The delivery that holds it.', example: '0198b8a0-7d00-7000-8000-000000000001' })
  deliveryId: string;

  @ApiProperty({ type: 'string', nullable: true, description: "That delivery's reference.", example: 'PED-1042' })
  reference: string | null;

  @ApiProperty({ ...instant, description: 'From when on it is held.', example: '2025-08-20T08:00:00.000Z' })
  slotStart: string;

  @ApiProperty({ ...instant, description: 'When it is free again.', example: '2025-08-20T12:00:00.000Z' })
  slotEnd: string;
}
