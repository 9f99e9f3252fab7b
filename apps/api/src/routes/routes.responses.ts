import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { CheckpointView, RouteView } from '@fleet/application/routes/route.view';
import { MAX_CHECKPOINTS } from '@fleet/domain/routes/checkpoint';
import { ROUTE_STATUSES, RouteStatus } from '@fleet/domain/routes/route-status';
import { EXAMPLE_CHECKPOINTS, EXAMPLE_ROUTES } from '@fleet/api/http/openapi/example-routes';
import { pageOf } from '@fleet/api/http/openapi/page.response';
import { degrees, id, instant, version, wholeNumber } from '@fleet/api/http/openapi/value-schemas';

const EXAMPLE = EXAMPLE_ROUTES.active;
const CHECKPOINT = EXAMPLE_CHECKPOINTS[1];

@ApiSchema({ name: 'Checkpoint', description: 'A place that a route passes, and when.' })
export class CheckpointResponse implements CheckpointView {
  @ApiProperty({
    ...wholeNumber(1, MAX_CHECKPOINTS),
    description: 'Its place in the route: 1, 2, 3 … without a gap.',
    example: CHECKPOINT.sequence,
  })
  sequence: number;

  @ApiProperty({
    type: 'string',
    minLength: 1,
    maxLength: 255,
    description: 'Where it is.',
    example: CHECKPOINT.location,
  })
  location: string;

  @ApiProperty({ ...degrees(90), nullable: true, description: 'Degrees north.', example: CHECKPOINT.latitude })
  latitude: number | null;

  @ApiProperty({ ...degrees(180), nullable: true, description: 'Degrees east.', example: CHECKPOINT.longitude })
  longitude: number | null;

  @ApiProperty({ ...instant, description: 'When it is to be passed.', example: CHECKPOINT.expectedAt })
  expectedAt: string;

  @ApiProperty({
    ...instant,
    nullable: true,
    description: 'When its window begins; null when it is open.',
    example: CHECKPOINT.earliest,
  })
  earliest: string | null;

  @ApiProperty({
    ...instant,
    nullable: true,
    description: 'When its window ends; null when it is open.',
    example: CHECKPOINT.latest,
  })
  latest: string | null;
}

@ApiSchema({ name: 'Route', description: 'A way that is planned, driven once, and over.' })
export class RouteResponse implements RouteView {
  @ApiProperty({ ...id, description: 'Its identity, which never changes.', example: EXAMPLE.id })
  id: string;

  @ApiProperty({ type: 'string', minLength: 1, maxLength: 100, description: 'Its name.', example: EXAMPLE.name })
  name: string;

  @ApiProperty({
    type: 'string',
    minLength: 1,
    maxLength: 255,
    description: 'Where it begins.',
    example: EXAMPLE.origin,
  })
  origin: string;

  @ApiProperty({
    type: 'string',
    minLength: 1,
    maxLength: 255,
    description: 'Where it leads.',
    example: EXAMPLE.destination,
  })
  destination: string;

  @ApiProperty({ ...instant, description: 'When it is to start.', example: EXAMPLE.scheduledStart })
  scheduledStart: string;

  @ApiProperty({
    ...instant,
    nullable: true,
    description: 'When it is to end: when its last checkpoint is expected; null without one.',
    example: EXAMPLE.scheduledEnd,
  })
  scheduledEnd: string | null;

  @ApiProperty({
    enum: ROUTE_STATUSES,
    enumName: 'RouteStatus',
    description: 'Where a route stands: planned, active, completed or cancelled.',
    example: EXAMPLE.status,
  })
  status: RouteStatus;

  @ApiProperty({ type: [CheckpointResponse], description: 'The places that it passes, in their order.' })
  checkpoints: CheckpointResponse[];

  @ApiProperty({
    ...instant,
    nullable: true,
    description: 'When it was activated; null before.',
    example: EXAMPLE.activatedAt,
  })
  activatedAt: string | null;

  @ApiProperty({
    ...instant,
    nullable: true,
    description: 'When it was completed or cancelled; null before.',
    example: EXAMPLE.endedAt,
  })
  endedAt: string | null;

  @ApiProperty(version)
  version: number;

  @ApiProperty({ ...instant, description: 'When it was planned.', example: EXAMPLE.createdAt })
  createdAt: string;

  @ApiProperty({ ...instant, description: 'When it was last changed.', example: EXAMPLE.updatedAt })
  updatedAt: string;
}

export const RoutePage = pageOf(RouteResponse, 'RoutePage', 'routes');
