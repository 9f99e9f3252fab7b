import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsBoolean, IsIn, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import { SCHEDULE_SORTS, ScheduleSort } from '@fleet/application/schedules/schedule.queries';
import { RULE_MAX_LENGTH } from '@fleet/domain/schedules/recurrence-rule';
import { SCHEDULE_NAME_MAX_LENGTH, TIME_ZONE_MAX_LENGTH } from '@fleet/domain/schedules/schedule';
import { BooleanParameter, IsInstant } from '@fleet/api/http/fields';
import { filterText, GIVEN_INSTANT_NOTE, givenInstant, text } from '@fleet/api/http/openapi/value-schemas';
import { PageQuery } from '@fleet/api/http/page.query';
import { sortValues } from '@fleet/api/http/sort';
import { ScheduleTemplateRequest } from './schedule-template.dto';

/** What a schedule is created with, and what may be changed later. */
export class ScheduleRequest {
  @ApiProperty({
    ...text(SCHEDULE_NAME_MAX_LENGTH),
    description: 'The name: 1 to 100 characters.',
    example: 'Bread for the centre',
  })
  @IsString()
  name: string;

  @ApiProperty({
    ...text(RULE_MAX_LENGTH),
    description:
      'When it comes: an RFC 5545 rule without DTSTART, with FREQ=DAILY, WEEKLY, MONTHLY or YEARLY, and INTERVAL, COUNT, ' +
      'UNTIL, BYMONTH, BYWEEKNO, BYYEARDAY, BYMONTHDAY, BYDAY, BYHOUR, BYSETPOS and WKST as the RFC lets them stand. The ' +
      'minute is that of `startsAt`. A rule that never comes is refused.',
    example: 'FREQ=WEEKLY;BYDAY=MO,WE,FR',
  })
  @IsString()
  rule: string;

  @ApiProperty({
    ...text(TIME_ZONE_MAX_LENGTH),
    description: 'The IANA name of the time zone whose clocks it goes by: 08:00 stays 08:00 when they are changed.',
    example: 'America/Sao_Paulo',
  })
  @IsString()
  timeZone: string;

  @ApiProperty({
    type: 'string',
    pattern: String.raw`^\s*2\d{3}-\d{2}-\d{2}T\d{2}:\d{2}\s*$`,
    description: 'The first local date and time in that zone, from 2000 on: the DTSTART of the rule.',
    example: '2026-01-05T08:00',
  })
  @IsString()
  startsAt: string;

  @ApiProperty({ type: ScheduleTemplateRequest, description: 'What is made each time.' })
  @IsObject({ message: 'must be a JSON object' })
  @ValidateNested()
  @Type(() => ScheduleTemplateRequest)
  template: ScheduleTemplateRequest;
}

export class ListSchedulesQuery extends PageQuery {
  @ApiPropertyOptional({
    type: 'boolean',
    description: 'Only schedules that are active, or only those that are paused.',
  })
  @IsOptional()
  @BooleanParameter()
  @IsBoolean()
  active?: boolean;

  @ApiPropertyOptional({
    ...filterText(),
    description:
      'Only schedules that every word of this finds: a word finds what a word of the name begins with. Case and accents ' +
      'do not matter.',
    example: 'bread',
  })
  @IsOptional()
  @IsString()
  q?: string;

  @ApiPropertyOptional({
    enum: sortValues(SCHEDULE_SORTS),
    default: 'name',
    description: 'The order of the list; a leading `-` turns it round.',
  })
  @IsOptional()
  @IsIn(sortValues(SCHEDULE_SORTS))
  sort: ScheduleSort | `-${ScheduleSort}` = 'name';
}

export class OccurrencesQuery {
  @ApiPropertyOptional({
    ...givenInstant,
    description: `Only what occurs at this instant or later; now when left out. ${GIVEN_INSTANT_NOTE}`,
    example: '2026-01-05T00:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  from?: Date;

  @ApiPropertyOptional({
    ...givenInstant,
    description:
      'Only what occurs before this instant, at most 31 days after `from`; 30 days after it when left out. ' +
      GIVEN_INSTANT_NOTE,
    example: '2026-02-05T00:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  to?: Date;
}
