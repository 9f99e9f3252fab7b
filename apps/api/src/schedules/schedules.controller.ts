import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeSchedule } from '@fleet/application/schedules/change-schedule';
import { CreateSchedule } from '@fleet/application/schedules/create-schedule';
import { DeleteSchedule } from '@fleet/application/schedules/delete-schedule';
import { ListOccurrences } from '@fleet/application/schedules/list-occurrences';
import { PauseSchedule } from '@fleet/application/schedules/pause-schedule';
import { ResumeSchedule } from '@fleet/application/schedules/resume-schedule';
import { ScheduleQueries } from '@fleet/application/schedules/schedule.queries';
import { OccurrenceView, ScheduleSummary, ScheduleView } from '@fleet/application/schedules/schedule.view';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { Page } from '@fleet/application/shared/page';
import { ScheduleNotFoundError } from '@fleet/domain/schedules/schedule.errors';
import { Access } from '@fleet/api/http/access/access';
import { IfMatch } from '@fleet/api/http/entity-tag';
import { Idempotent } from '@fleet/api/http/idempotency/idempotent';
import { CreatedIn, Versioned } from '@fleet/api/http/resource-answers';
import { ResourceId } from '@fleet/api/http/resource-id';
import { parseSort } from '@fleet/api/http/sort';
import * as docs from './schedules.docs';
import { ListSchedulesQuery, OccurrencesQuery, ScheduleRequest } from './schedules.dto';

@ApiTags('Schedules')
@Controller('schedules')
export class SchedulesController {
  constructor(
    private readonly schedules: ScheduleQueries,
    private readonly listOccurrences: ListOccurrences,
    private readonly createSchedule: CreateSchedule,
    private readonly changeSchedule: ChangeSchedule,
    private readonly deleteSchedule: DeleteSchedule,
    private readonly pauseSchedule: PauseSchedule,
    private readonly resumeSchedule: ResumeSchedule,
  ) {}

  @Get()
  @docs.list
  @Access('schedules:read')
  list(@Query() { limit, cursor, sort, ...filter }: ListSchedulesQuery): Promise<Page<ScheduleSummary>> {
    return this.schedules.list({ limit, cursor, filter, ...parseSort(sort) });
  }

  @Get(':id')
  @docs.get
  @Access('schedules:read')
  @Versioned()
  async get(@ResourceId() id: string): Promise<ScheduleView> {
    const schedule = await this.schedules.find(id);
    if (!schedule) throw new ScheduleNotFoundError();
    return schedule;
  }

  @Get(':id/occurrences')
  @docs.occurrences
  @Access('schedules:read')
  async occurrences(
    @ResourceId() id: string,
    @Query() { from, to }: OccurrencesQuery,
  ): Promise<{ items: OccurrenceView[] }> {
    return { items: await this.listOccurrences.execute(id, from, to) };
  }

  @Post()
  @docs.create
  @Access('schedules:write')
  @Idempotent()
  @CreatedIn('/api/schedules')
  @Versioned()
  create(@Body() request: ScheduleRequest): Promise<ScheduleView> {
    return this.createSchedule.execute(request);
  }

  @Put(':id')
  @docs.change
  @Access('schedules:write')
  @Versioned()
  change(
    @ResourceId() id: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() request: ScheduleRequest,
  ): Promise<ScheduleView> {
    return this.changeSchedule.execute({ id, expectedVersion, ...request });
  }

  @Delete(':id')
  @docs.remove
  @Access('schedules:write')
  @HttpCode(204)
  delete(@ResourceId() id: string, @IfMatch() expectedVersion: ExpectedVersion): Promise<void> {
    return this.deleteSchedule.execute(id, expectedVersion);
  }

  @Post(':id/pause')
  @docs.pause
  @Access('schedules:write')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  pause(@ResourceId() id: string, @IfMatch() expectedVersion: ExpectedVersion): Promise<ScheduleView> {
    return this.pauseSchedule.execute(id, expectedVersion);
  }

  @Post(':id/resume')
  @docs.resume
  @Access('schedules:write')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  resume(@ResourceId() id: string, @IfMatch() expectedVersion: ExpectedVersion): Promise<ScheduleView> {
    return this.resumeSchedule.execute(id, expectedVersion);
  }
}
