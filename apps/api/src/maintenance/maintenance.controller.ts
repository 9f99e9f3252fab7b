import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ListUpcomingMaintenance } from '@fleet/application/maintenance/list-upcoming-maintenance';
import { MaintenanceRecordView } from '@fleet/application/maintenance/maintenance-record.view';
import { MaintenanceQueries } from '@fleet/application/maintenance/maintenance.queries';
import { RecordMaintenance } from '@fleet/application/maintenance/record-maintenance';
import { MaintenanceCheckView, RunMaintenanceCheck } from '@fleet/application/maintenance/run-maintenance-check';
import { SendToMaintenance } from '@fleet/application/maintenance/send-to-maintenance';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { Page } from '@fleet/application/shared/page';
import { VehicleView } from '@fleet/application/vehicles/vehicle.view';
import { MaintenanceRecordNotFoundError } from '@fleet/domain/maintenance/maintenance.errors';
import { Access } from '@fleet/api/http/access/access';
import { IfMatch } from '@fleet/api/http/entity-tag';
import { Idempotent } from '@fleet/api/http/idempotency/idempotent';
import { CreatedIn, Versioned } from '@fleet/api/http/resource-answers';
import { ResourceId } from '@fleet/api/http/resource-id';
import * as docs from './maintenance.docs';
import {
  ListMaintenanceQuery,
  RecordMaintenanceRequest,
  StartMaintenanceRequest,
  UpcomingMaintenanceQuery,
} from './maintenance.dto';

@ApiTags('Maintenance')
@Controller('maintenance')
export class MaintenanceController {
  constructor(
    private readonly records: MaintenanceQueries,
    private readonly listUpcomingMaintenance: ListUpcomingMaintenance,
    private readonly recordMaintenance: RecordMaintenance,
    private readonly sendToMaintenance: SendToMaintenance,
    private readonly runMaintenanceCheck: RunMaintenanceCheck,
  ) {}

  @Get()
  @docs.list
  @Access('maintenance:read')
  list(@Query() { limit, cursor, ...filter }: ListMaintenanceQuery): Promise<Page<MaintenanceRecordView>> {
    return this.records.list({ limit, cursor, filter });
  }

  @Get('upcoming')
  @docs.listUpcoming
  @Access('maintenance:read')
  listUpcoming(@Query() query: UpcomingMaintenanceQuery): Promise<Page<VehicleView>> {
    return this.listUpcomingMaintenance.execute(query);
  }

  @Get(':id')
  @docs.get
  @Access('maintenance:read')
  async get(@ResourceId() id: string): Promise<MaintenanceRecordView> {
    const record = await this.records.find(id);
    if (!record) throw new MaintenanceRecordNotFoundError();
    return record;
  }

  @Post()
  @docs.record
  @Access('maintenance:write')
  @Idempotent()
  @CreatedIn('/api/maintenance')
  record(@Body() request: RecordMaintenanceRequest): Promise<MaintenanceRecordView> {
    return this.recordMaintenance.execute(request);
  }

  @Post('start')
  @docs.start
  @Access('maintenance:write')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  start(
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() { vehicleId }: StartMaintenanceRequest,
  ): Promise<VehicleView> {
    return this.sendToMaintenance.execute({ vehicleId, expectedVersion });
  }

  @Post('check')
  @docs.check
  @Access('maintenance:write')
  @Idempotent()
  @HttpCode(200)
  check(): Promise<MaintenanceCheckView> {
    return this.runMaintenanceCheck.execute();
  }
}
