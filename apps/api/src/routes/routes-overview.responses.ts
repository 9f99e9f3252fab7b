import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { DeliveryTally, RouteOverview } from '@fleet/application/routes/route-overview.view';
import { MAX_CHECKPOINTS } from '@fleet/domain/routes/checkpoint';
import { ROUTE_STATUSES, RouteStatus } from '@fleet/domain/routes/route-status';
import { EXAMPLE_ROUTES } from '@fleet/api/http/openapi/example-routes';
import { pageOf } from '@fleet/api/http/openapi/page.response';
import { id, instant, wholeNumber } from '@fleet/api/http/openapi/value-schemas';

const EXAMPLE = EXAMPLE_ROUTES.active;

const tally = (description: string, example: number) =>
  ({ type: 'integer', minimum: 0, description, example }) as const;

@ApiSchema({ name: 'DeliveryTally', description: 'How many deliveries there are.' })
export class DeliveryTallyResponse implements DeliveryTally {
  @ApiProperty(tally('All of them.', 4))
  total: number;

  @ApiProperty(tally('Those that have not left yet.', 1))
  PickedUp: number;

  @ApiProperty(tally('Those that are in transit.', 1))
  InTransit: number;

  @ApiProperty(tally('Those that are out for delivery.', 0))
  OutForDelivery: number;

  @ApiProperty(tally('Those that are delivered.', 2))
  Delivered: number;

  @ApiProperty(tally('Those that have failed and were not tried again.', 0))
  Failed: number;

  @ApiProperty(tally('Those that are cancelled.', 0))
  Cancelled: number;
}

export const EXAMPLE_OVERVIEW: RouteOverview = {
  id: EXAMPLE.id,
  name: EXAMPLE.name,
  status: EXAMPLE.status,
  scheduledStart: EXAMPLE.scheduledStart,
  scheduledEnd: EXAMPLE.scheduledEnd,
  checkpoints: 2,
  deliveries: { total: 4, PickedUp: 1, InTransit: 1, OutForDelivery: 0, Delivered: 2, Failed: 0, Cancelled: 0 },
  progress: 0.5,
  late: 1,
  worstDelayMinutes: 12,
};

@ApiSchema({ name: 'RouteOverview', description: 'How it stands with the deliveries of a route.' })
export class RouteOverviewResponse implements RouteOverview {
  @ApiProperty({ ...id, description: 'The route.', example: EXAMPLE.id })
  id: string;

  @ApiProperty({ type: 'string', minLength: 1, maxLength: 100, description: 'Its name.', example: EXAMPLE.name })
  name: string;

  @ApiProperty({
    enum: ROUTE_STATUSES,
    enumName: 'RouteStatus',
    description: 'Where a route stands: planned, active, completed or cancelled.',
    example: EXAMPLE.status,
  })
  status: RouteStatus;

  @ApiProperty({ ...instant, description: 'When it is to start.', example: EXAMPLE.scheduledStart })
  scheduledStart: string;

  @ApiProperty({
    ...instant,
    nullable: true,
    description: 'When its last checkpoint is expected; null without one.',
    example: EXAMPLE.scheduledEnd,
  })
  scheduledEnd: string | null;

  @ApiProperty({
    ...wholeNumber(0, MAX_CHECKPOINTS),
    description: 'How many checkpoints it has.',
    example: EXAMPLE_OVERVIEW.checkpoints,
  })
  checkpoints: number;

  @ApiProperty({ type: DeliveryTallyResponse, description: 'Its deliveries by their states.' })
  deliveries: DeliveryTallyResponse;

  @ApiProperty({
    type: 'number',
    minimum: 0,
    maximum: 1,
    multipleOf: 0.01,
    nullable: true,
    description: 'The share of the deliveries, without those cancelled, that is delivered; null without any.',
    example: EXAMPLE_OVERVIEW.progress,
  })
  progress: number | null;

  @ApiProperty({
    ...tally('Deliveries that are open beyond the time promised, or were delivered after it.', EXAMPLE_OVERVIEW.late),
  })
  late: number;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'Minutes by which the last of the deliveries on the road is behind the plan, negative when all are ahead of it; ' +
      'null when none has reached a checkpoint.',
    example: EXAMPLE_OVERVIEW.worstDelayMinutes,
  })
  worstDelayMinutes: number | null;
}

export const RouteOverviewPage = pageOf(RouteOverviewResponse, 'RouteOverviewPage', 'routes with their deliveries');
