import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsNumber, IsOptional, IsString } from 'class-validator';
import { VEHICLE_SORTS, VehicleSort } from '@fleet/application/vehicles/vehicle.queries';
import { MODEL_MAX_LENGTH, TYPED_MILEAGE_MAX } from '@fleet/domain/vehicles/vehicle-fields';
import { VEHICLE_STATUSES, VehicleStatus } from '@fleet/domain/vehicles/vehicle-status';
import { IsInstant } from '@fleet/api/http/fields';
import {
  filterText,
  GIVEN_INSTANT_NOTE,
  givenInstant,
  givenYear,
  plate,
  text,
  wholeNumber,
} from '@fleet/api/http/openapi/value-schemas';
import { PageQuery } from '@fleet/api/http/page.query';
import { sortValues } from '@fleet/api/http/sort';

const MODEL = {
  ...text(MODEL_MAX_LENGTH),
  description: 'Make and model: 1 to 100 characters.',
  example: 'Fiat Strada Volcano',
};
const YEAR = { ...givenYear, description: 'The model year: 1900 to next year.', example: 2022 };
const MILEAGE = wholeNumber(0, TYPED_MILEAGE_MAX);

export class RegisterVehicleRequest {
  @ApiProperty({
    ...plate,
    description:
      'The number plate: 1 to 10 letters, digits and hyphens, kept in upper case. It must be new to the fleet.',
    example: 'NEW1A23',
  })
  @IsString()
  plate: string;

  @ApiProperty(MODEL)
  @IsString()
  model: string;

  @ApiProperty(YEAR)
  @IsNumber()
  year: number;

  @ApiPropertyOptional({
    ...MILEAGE,
    nullable: true,
    description: 'Kilometres so far; 0 when left out.',
    example: 86420,
  })
  @IsOptional()
  @IsNumber()
  mileage?: number;

  @ApiPropertyOptional({
    ...givenInstant,
    nullable: true,
    description: `When it was last maintained, not in the future; now when left out. ${GIVEN_INSTANT_NOTE}`,
    example: '2025-08-18T09:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  lastMaintenanceDate?: Date;
}

export class ChangeVehicleRequest {
  @ApiProperty(MODEL)
  @IsString()
  model: string;

  @ApiProperty(YEAR)
  @IsNumber()
  year: number;

  @ApiProperty({ ...MILEAGE, description: 'Kilometres; never fewer than the vehicle has.', example: 48350 })
  @IsNumber()
  mileage: number;
}

export class ListVehiclesQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: VEHICLE_STATUSES,
    enumName: 'VehicleStatus',
    description: 'Only vehicles with this status.',
  })
  @IsOptional()
  @IsIn(VEHICLE_STATUSES)
  status?: VehicleStatus;

  @ApiPropertyOptional({
    ...filterText(),
    description: 'Only vehicles whose plate begins so, in whatever case.',
    example: 'FLT',
  })
  @IsOptional()
  @IsString()
  plate?: string;

  @ApiPropertyOptional({
    ...filterText(),
    description:
      'Only vehicles that every word of this finds: a word finds what its plate, or a word of its model, begins with. ' +
      'Case and accents do not matter.',
    example: 'fiat str',
  })
  @IsOptional()
  @IsString()
  q?: string;

  @ApiPropertyOptional({
    ...givenInstant,
    description: `Only vehicles whose next maintenance is due before this instant. ${GIVEN_INSTANT_NOTE}`,
    example: '2026-01-31T00:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  maintenanceDueBefore?: Date;

  @ApiPropertyOptional({
    enum: sortValues(VEHICLE_SORTS),
    default: 'plate',
    description: 'The order of the list; a leading `-` turns it round.',
  })
  @IsOptional()
  @IsIn(sortValues(VEHICLE_SORTS))
  sort: VehicleSort | `-${VehicleSort}` = 'plate';
}
