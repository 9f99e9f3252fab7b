import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditEntry } from '@fleet/application/audit/audit-entry.view';
import { ListScheduleHistory } from '@fleet/application/audit/list-schedule-history';
import { Principal } from '@fleet/application/identity/principal';
import { Page } from '@fleet/application/shared/page';
import { Access } from '@fleet/api/http/access/access';
import { Caller } from '@fleet/api/http/access/caller';
import { PageQuery } from '@fleet/api/http/page.query';
import { ResourceId } from '@fleet/api/http/resource-id';
import * as docs from './audit.docs';

@ApiTags('Schedules')
@Controller('schedules/:id/history')
export class ScheduleHistoryController {
  constructor(private readonly history: ListScheduleHistory) {}

  @Get()
  @docs.scheduleHistory
  @Access('schedules:read')
  list(@ResourceId() id: string, @Query() page: PageQuery, @Caller() caller: Principal): Promise<Page<AuditEntry>> {
    return this.history.execute(id, page, caller);
  }
}
