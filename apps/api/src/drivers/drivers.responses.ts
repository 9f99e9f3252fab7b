import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { DriverView } from '@fleet/application/drivers/driver.view';
import { EXAMPLE_DRIVERS } from '@fleet/api/http/openapi/examples';
import { pageOf } from '@fleet/api/http/openapi/page.response';
import { id, instant, version } from '@fleet/api/http/openapi/value-schemas';

const EXAMPLE = EXAMPLE_DRIVERS.available;

@ApiSchema({ name: 'Driver', description: 'Somebody who drives the vehicles of the fleet.' })
export class DriverResponse implements DriverView {
  @ApiProperty({ ...id, description: 'The identity, which never changes.', example: EXAMPLE.id })
  id: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    minLength: 1,
    maxLength: 100,
    description: 'The name; null once the driver has been erased.',
    example: EXAMPLE.name,
  })
  name: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    minLength: 1,
    maxLength: 20,
    description:
      'The number of the driving licence; no two drivers have the same, in whatever case. Null once the driver has been erased.',
    example: EXAMPLE.licenseNumber,
  })
  licenseNumber: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    minLength: 8,
    maxLength: 25,
    description: 'The phone number, as it was typed; null once the driver has been erased.',
    example: EXAMPLE.phone,
  })
  phone: string | null;

  @ApiProperty({ type: 'boolean', description: 'Whether this driver may drive at all.', example: EXAMPLE.active })
  active: boolean;

  @ApiProperty({ type: 'boolean', description: 'Active and on no trip.', example: EXAMPLE.available })
  available: boolean;

  @ApiProperty({
    ...instant,
    nullable: true,
    description: 'When the personal data of the driver was erased; null for everybody else.',
    example: EXAMPLE.erasedAt,
  })
  erasedAt: string | null;

  @ApiProperty(version)
  version: number;

  @ApiProperty({ ...instant, description: 'When the driver was registered.', example: EXAMPLE.createdAt })
  createdAt: string;

  @ApiProperty({ ...instant, description: 'When the driver was last changed.', example: EXAMPLE.updatedAt })
  updatedAt: string;
}

export const DriverPage = pageOf(DriverResponse, 'DriverPage', 'drivers');
