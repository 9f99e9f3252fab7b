import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsInt, IsNumber, IsOptional, IsString, Max, Min } from 'class-validator';
import { DESCRIPTION_MAX_LENGTH } from '@fleet/domain/maintenance/maintenance-record';
import { IsInstant, IsResourceId, WholeNumberParameter } from '@fleet/api/http/fields';
import { EXAMPLE_VEHICLES } from '@fleet/api/http/openapi/examples';
import { GIVEN_INSTANT_NOTE, givenInstant, id, money, text, wholeNumber } from '@fleet/api/http/openapi/value-schemas';
import { PageQuery } from '@fleet/api/http/page.query';

const MAX_DAYS_AHEAD = 3_650;

export class RecordMaintenanceRequest {
  @ApiProperty({
    ...id,
    description: 'The vehicle that the work was done on.',
    example: EXAMPLE_VEHICLES.inWorkshop.id,
  })
  @IsResourceId()
  vehicleId: string;

  @ApiProperty({
    ...givenInstant,
    description: `When the work was done, not in the future. ${GIVEN_INSTANT_NOTE}`,
    example: '2025-08-21T15:00:00Z',
  })
  @IsInstant()
  date: Date;

  @ApiProperty({
    ...text(DESCRIPTION_MAX_LENGTH),
    description: 'What was done: 1 to 500 characters.',
    example: 'Clutch replaced, brakes adjusted',
  })
  @IsString()
  description: string;

  @ApiProperty({ ...money, description: "The cost in the fleet's currency.", example: 1890.9 })
  @IsNumber()
  cost: number;
}

export class StartMaintenanceRequest {
  @ApiProperty({ ...id, description: 'An available vehicle.', example: EXAMPLE_VEHICLES.forWorkshop.id })
  @IsResourceId()
  vehicleId: string;
}

export class ListMaintenanceQuery extends PageQuery {
  @ApiPropertyOptional({ ...id, description: 'Only records of this vehicle.', example: EXAMPLE_VEHICLES.available.id })
  @IsOptional()
  @IsResourceId()
  vehicleId?: string;
}

export class UpcomingMaintenanceQuery extends PageQuery {
  @ApiPropertyOptional({
    ...wholeNumber(0, MAX_DAYS_AHEAD),
    description:
      'How many days ahead to look; as many as the nightly check (3, unless the operator has set another number) when left out.',
    example: 30,
  })
  @IsOptional()
  @WholeNumberParameter()
  @IsInt()
  @Min(0)
  @Max(MAX_DAYS_AHEAD)
  days?: number;
}
