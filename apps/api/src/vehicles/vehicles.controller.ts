import { Body, Controller, Delete, Get, Header, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { freeSlot } from '@fleet/application/shared/free-slot';
import { Page } from '@fleet/application/shared/page';
import { ChangeVehicle } from '@fleet/application/vehicles/change-vehicle';
import { DeleteVehicle } from '@fleet/application/vehicles/delete-vehicle';
import { ListAvailableVehicles } from '@fleet/application/vehicles/list-available-vehicles';
import { ListFreeVehicles } from '@fleet/application/vehicles/list-free-vehicles';
import { RegisterVehicle } from '@fleet/application/vehicles/register-vehicle';
import { ShowVehicleAt } from '@fleet/application/vehicles/show-vehicle-at';
import { VehicleQueries } from '@fleet/application/vehicles/vehicle.queries';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { VehicleNotFoundError } from '@fleet/domain/vehicles/vehicle.errors';
import { Access, OwnOrAll } from '@fleet/api/http/access/access';
import { LimitedTo } from '@fleet/api/http/access/caller';
import { AsOf, VersionedOrPast } from '@fleet/api/http/as-of';
import { IfMatch } from '@fleet/api/http/entity-tag';
import { FreeSlotQuery } from '@fleet/api/http/free-slot.query';
import { Idempotent } from '@fleet/api/http/idempotency/idempotent';
import { JSON_MEDIA_TYPE } from '@fleet/api/http/media-types';
import { CreatedIn, Versioned } from '@fleet/api/http/resource-answers';
import { ResourceId } from '@fleet/api/http/resource-id';
import { parseSort } from '@fleet/api/http/sort';
import * as docs from './vehicles.docs';
import { ChangeVehicleRequest, ListVehiclesQuery, RegisterVehicleRequest } from './vehicles.dto';

@ApiTags('Vehicles')
@Controller('vehicles')
export class VehiclesController {
  constructor(
    private readonly vehicles: VehicleQueries,
    private readonly listAvailableVehicles: ListAvailableVehicles,
    private readonly listFreeVehicles: ListFreeVehicles,
    private readonly registerVehicle: RegisterVehicle,
    private readonly changeVehicle: ChangeVehicle,
    private readonly deleteVehicle: DeleteVehicle,
    private readonly showVehicleAt: ShowVehicleAt,
  ) {}

  @Get()
  @docs.list
  @OwnOrAll('vehicles:read')
  list(
    @Query() { limit, cursor, sort, ...filter }: ListVehiclesQuery,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<Page<VehicleView>> {
    return this.vehicles.list({ limit, cursor, filter: { ...filter, limitedTo }, ...parseSort(sort) });
  }

  @Get('available')
  @docs.listAvailable
  @OwnOrAll('vehicles:read')
  @Header('Content-Type', JSON_MEDIA_TYPE)
  async listAvailable(
    @Query() { from, to, ...page }: FreeSlotQuery,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<string> {
    const slot = freeSlot(from, to);
    if (!slot) return this.listAvailableVehicles.execute(page);
    return JSON.stringify(await this.listFreeVehicles.execute(slot, page, limitedTo));
  }

  @Get(':id')
  @docs.get
  @OwnOrAll('vehicles:read')
  @VersionedOrPast('Drivers, who see vehicles as they are now, get 404.')
  async get(
    @ResourceId() id: string,
    @AsOf() asOf: Date | undefined,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<VehicleView> {
    if (asOf) return this.showVehicleAt.execute(id, asOf, limitedTo);
    const vehicle = await this.vehicles.find(id, limitedTo);
    if (!vehicle) throw new VehicleNotFoundError();
    return vehicle;
  }

  @Post()
  @docs.register
  @Access('vehicles:write')
  @Idempotent()
  @CreatedIn('/api/vehicles')
  @Versioned()
  register(@Body() request: RegisterVehicleRequest): Promise<VehicleView> {
    return this.registerVehicle.execute(request);
  }

  @Put(':id')
  @docs.change
  @Access('vehicles:write')
  @Versioned()
  change(
    @ResourceId() id: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() request: ChangeVehicleRequest,
  ): Promise<VehicleView> {
    return this.changeVehicle.execute({ id, expectedVersion, ...request });
  }

  @Delete(':id')
  @docs.remove
  @Access('vehicles:write')
  @HttpCode(204)
  delete(@ResourceId() id: string, @IfMatch() expectedVersion: ExpectedVersion): Promise<void> {
    return this.deleteVehicle.execute(id, expectedVersion);
  }
}
