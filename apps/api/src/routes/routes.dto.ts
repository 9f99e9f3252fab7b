import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsIn, IsOptional, IsString } from 'class-validator';
import { ROUTE_SORTS, RouteSort } from '@fleet/application/routes/route.queries';
import { MAX_CHECKPOINTS } from '@fleet/domain/routes/checkpoint';
import { PLACE_MAX_LENGTH, ROUTE_NAME_MAX_LENGTH } from '@fleet/domain/routes/route';
import { ROUTE_STATUSES, RouteStatus } from '@fleet/domain/routes/route-status';
import { IsInstant, ListOf } from '@fleet/api/http/fields';
import { EXAMPLE_ROUTES } from '@fleet/api/http/openapi/example-routes';
import { filterText, GIVEN_INSTANT_NOTE, givenInstant, text } from '@fleet/api/http/openapi/value-schemas';
import { PageQuery } from '@fleet/api/http/page.query';
import { sortValues } from '@fleet/api/http/sort';
import { CheckpointRequest } from './checkpoints.dto';

const EXAMPLE = EXAMPLE_ROUTES.planning;

export class ChangeRouteRequest {
  @ApiProperty({
    ...text(ROUTE_NAME_MAX_LENGTH),
    description: 'What people call it: 1 to 100 characters.',
    example: EXAMPLE.name,
  })
  @IsString()
  name: string;

  @ApiProperty({
    ...text(PLACE_MAX_LENGTH),
    description: 'Where it begins, in free text: 1 to 255 characters.',
    example: EXAMPLE.origin,
  })
  @IsString()
  origin: string;

  @ApiProperty({
    ...text(PLACE_MAX_LENGTH),
    description: 'Where it leads, in free text: 1 to 255 characters.',
    example: EXAMPLE.destination,
  })
  @IsString()
  destination: string;

  @ApiProperty({
    ...givenInstant,
    description: `When it is to start, before the first checkpoint. ${GIVEN_INSTANT_NOTE}`,
    example: EXAMPLE.scheduledStart,
  })
  @IsInstant()
  scheduledStart: Date;
}

export class PlanRouteRequest extends ChangeRouteRequest {
  @ApiPropertyOptional({
    type: [CheckpointRequest],
    maxItems: MAX_CHECKPOINTS,
    description: 'The places that it passes; they can be added later too.',
  })
  @IsOptional()
  @ListOf(CheckpointRequest, MAX_CHECKPOINTS)
  checkpoints?: CheckpointRequest[];
}

export class RoutesOverviewQuery extends PageQuery {
  @ApiPropertyOptional({
    enum: ROUTE_STATUSES,
    enumName: 'RouteStatus',
    description: 'Only routes with this status.',
  })
  @IsOptional()
  @IsIn(ROUTE_STATUSES)
  status?: RouteStatus;

  @ApiPropertyOptional({
    ...givenInstant,
    description: `Only routes that are scheduled to start at this instant or later. ${GIVEN_INSTANT_NOTE}`,
    example: '2025-08-01T00:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  from?: Date;

  @ApiPropertyOptional({
    ...givenInstant,
    description: `Only routes that are scheduled to start before this instant. ${GIVEN_INSTANT_NOTE}`,
    example: '2025-09-01T00:00:00Z',
  })
  @IsOptional()
  @IsInstant()
  to?: Date;

  @ApiPropertyOptional({
    enum: sortValues(ROUTE_SORTS),
    default: '-scheduledStart',
    description: 'The order of the list; a leading `-` turns it round.',
  })
  @IsOptional()
  @IsIn(sortValues(ROUTE_SORTS))
  sort: RouteSort | `-${RouteSort}` = '-scheduledStart';
}

export class ListRoutesQuery extends RoutesOverviewQuery {
  @ApiPropertyOptional({
    ...filterText(),
    description:
      'Only routes that every word of this finds: a word finds what a word of the name, the origin or the destination ' +
      'begins with. Case and accents do not matter.',
    example: 'centro man',
  })
  @IsOptional()
  @IsString()
  q?: string;
}
