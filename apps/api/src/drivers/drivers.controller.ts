import { Body, Controller, Delete, Get, Header, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActivateDriver } from '@fleet/application/drivers/activate-driver';
import { ChangeDriver } from '@fleet/application/drivers/change-driver';
import { DeactivateDriver } from '@fleet/application/drivers/deactivate-driver';
import { DeleteDriver } from '@fleet/application/drivers/delete-driver';
import { DriverQueries } from '@fleet/application/drivers/driver.queries';
import { DriverView } from '@fleet/application/drivers/driver.view';
import { EraseDriver } from '@fleet/application/drivers/erase-driver';
import { ListAvailableDrivers } from '@fleet/application/drivers/list-available-drivers';
import { ListFreeDrivers } from '@fleet/application/drivers/list-free-drivers';
import { RegisterDriver } from '@fleet/application/drivers/register-driver';
import { ShowDriverAt } from '@fleet/application/drivers/show-driver-at';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { freeSlot } from '@fleet/application/shared/free-slot';
import { Page } from '@fleet/application/shared/page';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { DriverNotFoundError } from '@fleet/domain/drivers/driver.errors';
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
import * as docs from './drivers.docs';
import { DriverRequest, ListDriversQuery } from './drivers.dto';

@ApiTags('Drivers')
@Controller('drivers')
export class DriversController {
  constructor(
    private readonly drivers: DriverQueries,
    private readonly listAvailableDrivers: ListAvailableDrivers,
    private readonly listFreeDrivers: ListFreeDrivers,
    private readonly registerDriver: RegisterDriver,
    private readonly changeDriver: ChangeDriver,
    private readonly deleteDriver: DeleteDriver,
    private readonly activateDriver: ActivateDriver,
    private readonly deactivateDriver: DeactivateDriver,
    private readonly eraseDriver: EraseDriver,
    private readonly showDriverAt: ShowDriverAt,
  ) {}

  @Get()
  @docs.list
  @OwnOrAll('drivers:read')
  list(
    @Query() { limit, cursor, sort, ...filter }: ListDriversQuery,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<Page<DriverView>> {
    return this.drivers.list({ limit, cursor, filter: { ...filter, limitedTo }, ...parseSort(sort) });
  }

  @Get('available')
  @docs.listAvailable
  @Access('drivers:read')
  @Header('Content-Type', JSON_MEDIA_TYPE)
  async listAvailable(@Query() { from, to, ...page }: FreeSlotQuery): Promise<string> {
    const slot = freeSlot(from, to);
    if (!slot) return this.listAvailableDrivers.execute(page);
    return JSON.stringify(await this.listFreeDrivers.execute(slot, page));
  }

  @Get(':id')
  @docs.get
  @OwnOrAll('drivers:read')
  @VersionedOrPast()
  async get(
    @ResourceId() id: string,
    @AsOf() asOf: Date | undefined,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<DriverView> {
    if (asOf) return this.showDriverAt.execute(id, asOf, limitedTo);
    const driver = await this.drivers.find(id, limitedTo);
    if (!driver) throw new DriverNotFoundError();
    return driver;
  }

  @Post()
  @docs.register
  @Access('drivers:manage')
  @Idempotent()
  @CreatedIn('/api/drivers')
  @Versioned()
  register(@Body() request: DriverRequest): Promise<DriverView> {
    return this.registerDriver.execute(request);
  }

  @Put(':id')
  @docs.change
  @OwnOrAll('drivers:write')
  @Versioned()
  change(
    @ResourceId() id: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() request: DriverRequest,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<DriverView> {
    return this.changeDriver.execute({ id, expectedVersion, ...request, limitedTo });
  }

  @Delete(':id')
  @docs.remove
  @Access('drivers:manage')
  @HttpCode(204)
  delete(@ResourceId() id: string, @IfMatch() expectedVersion: ExpectedVersion): Promise<void> {
    return this.deleteDriver.execute(id, expectedVersion);
  }

  @Post(':id/activate')
  @docs.activate
  @Access('drivers:manage')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  activate(@ResourceId() id: string, @IfMatch() expectedVersion: ExpectedVersion): Promise<DriverView> {
    return this.activateDriver.execute(id, expectedVersion);
  }

  @Post(':id/deactivate')
  @docs.deactivate
  @Access('drivers:manage')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  deactivate(@ResourceId() id: string, @IfMatch() expectedVersion: ExpectedVersion): Promise<DriverView> {
    return this.deactivateDriver.execute(id, expectedVersion);
  }

  @Post(':id/erase')
  @docs.erase
  @Access('drivers:erase')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  erase(@ResourceId() id: string, @IfMatch() expectedVersion: ExpectedVersion): Promise<DriverView> {
    return this.eraseDriver.execute(id, expectedVersion);
  }
}
