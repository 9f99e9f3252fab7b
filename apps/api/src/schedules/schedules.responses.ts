import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { OccurrenceView, ScheduleSummary, ScheduleView } from '@fleet/application/schedules/schedule.view';
import { EXAMPLE_SCHEDULES } from '@fleet/api/http/openapi/example-schedules';
import { pageOf } from '@fleet/api/http/openapi/page.response';
import { id, instant, version } from '@fleet/api/http/openapi/value-schemas';
import { ScheduleTemplateResponse } from './schedule-template.responses';

const EXAMPLE = EXAMPLE_SCHEDULES.bread;

@ApiSchema({ name: 'ScheduleSummary', description: 'A plan that comes again and again, without what it makes.' })
export class ScheduleSummaryResponse implements ScheduleSummary {
  @ApiProperty({ ...id, description: 'The identity, which never changes.', example: EXAMPLE.id })
  id: string;

  @ApiProperty({ type: 'string', description: 'The name.', example: EXAMPLE.name })
  name: string;

  @ApiProperty({ type: 'string', description: 'The RFC 5545 rule, in upper case.', example: EXAMPLE.rule })
  rule: string;

  @ApiProperty({ type: 'string', description: 'The IANA name of its time zone.', example: EXAMPLE.timeZone })
  timeZone: string;

  @ApiProperty({
    type: 'string',
    pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d$`,
    description: 'The first local date and time in that zone.',
    example: EXAMPLE.startsAt,
  })
  startsAt: string;

  @ApiProperty({
    type: 'boolean',
    description: 'Whether anything is made from it; false while it is paused.',
    example: EXAMPLE.active,
  })
  active: boolean;

  @ApiProperty({
    ...instant,
    description: 'Every occurrence before this instant has been made, or never will be.',
    example: EXAMPLE.createdUntil,
  })
  createdUntil: string;

  @ApiProperty(version)
  version: number;

  @ApiProperty({ ...instant, description: 'When the schedule was created.', example: EXAMPLE.createdAt })
  createdAt: string;

  @ApiProperty({ ...instant, description: 'When the schedule was last changed.', example: EXAMPLE.updatedAt })
  updatedAt: string;
}

@ApiSchema({ name: 'Schedule', description: 'A plan that comes again and again: a route with its deliveries.' })
export class ScheduleResponse extends ScheduleSummaryResponse implements ScheduleView {
  @ApiProperty({ type: ScheduleTemplateResponse, description: 'What is made each time.' })
  template: ScheduleTemplateResponse;
}

export const SchedulePage = pageOf(ScheduleSummaryResponse, 'SchedulePage', 'schedules');

@ApiSchema({ name: 'ScheduleOccurrence', description: 'One time at which a schedule comes.' })
export class OccurrenceResponse implements OccurrenceView {
  @ApiProperty({ ...instant, description: 'When it begins.', example: '2026-01-05T11:00:00.000Z' })
  occursAt: string;

  @ApiProperty({
    ...{ ...id, nullable: true },
    description: 'The route that was made for it; null while none is.',
    example: null,
  })
  routeId: string | null;
}

@ApiSchema({ name: 'ScheduleOccurrences', description: 'The occurrences of a schedule, in their order.' })
export class OccurrencesResponse {
  @ApiProperty({ type: [OccurrenceResponse], description: 'Those that are made, and those that will be.' })
  items: OccurrenceResponse[];
}
