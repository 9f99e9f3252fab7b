import { IsIn, IsNumber, IsOptional, IsString } from 'class-validator';
import { VEHICLE_SORTS, VehicleSort } from '@fleet/application/vehicles/vehicle.queries';
import { VEHICLE_STATUSES, VehicleStatus } from '@fleet/domain/vehicles/vehicle-status';
import { IsInstant } from '@fleet/api/http/fields';
import { PageQuery } from '@fleet/api/http/page.query';
import { sortValues } from '@fleet/api/http/sort';

export class RegisterVehicleRequest {
  @IsString()
  plate: string;

  @IsString()
  model: string;

  @IsNumber()
  year: number;

  @IsOptional()
  @IsNumber()
  mileage?: number;

  @IsOptional()
  @IsInstant()
  lastMaintenanceDate?: Date;
}

export class ChangeVehicleRequest {
  @IsString()
  model: string;

  @IsNumber()
  year: number;

  @IsNumber()
  mileage: number;
}

export class ListVehiclesQuery extends PageQuery {
  @IsOptional()
  @IsIn(VEHICLE_STATUSES)
  status?: VehicleStatus;

  @IsOptional()
  @IsString()
  plate?: string;

  @IsOptional()
  @IsString()
  q?: string;

  @IsOptional()
  @IsInstant()
  maintenanceDueBefore?: Date;

  @IsOptional()
  @IsIn(sortValues(VEHICLE_SORTS))
  sort: VehicleSort | `-${VehicleSort}` = 'plate';
}
