import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { CheckpointAheadView, LiveDeliveryView } from '@fleet/application/deliveries/live-delivery.view';
import { RoadRoute } from '@fleet/application/deliveries/road.queries';
import { ROAD_STATUSES, DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { PRIORITIES, Priority } from '@fleet/domain/shared/delivery-needs';
import { EXAMPLE_LIVE } from '@fleet/api/http/openapi/example-live';
import { pageOf } from '@fleet/api/http/openapi/page.response';
import { id, instant } from '@fleet/api/http/openapi/value-schemas';
import { ReachedCheckpointResponse } from './delivery-parts.responses';

const [AHEAD] = EXAMPLE_LIVE.checkpointsAhead;
const degrees = { type: 'number', nullable: true } as const;

@ApiSchema({ name: 'LiveRoute', description: 'The plan that a delivery on the road follows.' })
export class LiveRouteResponse implements RoadRoute {
  @ApiProperty({ ...id, description: 'The route.', example: EXAMPLE_LIVE.route.id })
  id: string;

  @ApiProperty({ type: 'string', description: 'What it is called.', example: EXAMPLE_LIVE.route.name })
  name: string;

  @ApiProperty({ ...instant, description: 'When it was to begin.', example: EXAMPLE_LIVE.route.scheduledStart })
  scheduledStart: string;

  @ApiProperty({ ...instant, description: 'When it was to end.', example: EXAMPLE_LIVE.route.scheduledEnd })
  scheduledEnd: string;
}

@ApiSchema({ name: 'CheckpointAhead', description: 'A checkpoint that is not reached yet.' })
export class CheckpointAheadResponse implements CheckpointAheadView {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'Its place in the route.', example: AHEAD.sequence })
  sequence: number;

  @ApiProperty({ type: 'string', description: 'Where it is.', example: AHEAD.location })
  location: string;

  @ApiProperty({ ...degrees, description: 'Degrees north.', example: AHEAD.latitude })
  latitude: number | null;

  @ApiProperty({ ...degrees, description: 'Degrees east.', example: AHEAD.longitude })
  longitude: number | null;

  @ApiProperty({ ...instant, description: 'When the plan has it.', example: AHEAD.expectedAt })
  expectedAt: string;

  @ApiProperty({ ...instant, description: 'When it is to be expected.', example: AHEAD.estimatedAt })
  estimatedAt: string;
}

@ApiSchema({ name: 'LiveDelivery', description: 'Where a delivery on the road is, and what is to be expected of it.' })
export class LiveDeliveryResponse implements LiveDeliveryView {
  @ApiProperty({ ...id, description: 'The delivery.', example: EXAMPLE_LIVE.deliveryId })
  deliveryId: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'What it is called elsewhere.',
    example: EXAMPLE_LIVE.reference,
  })
  reference: string | null;

  @ApiProperty({ enum: ROAD_STATUSES, description: 'Where it stands.', example: EXAMPLE_LIVE.status })
  status: DeliveryStatus;

  @ApiProperty({
    enum: PRIORITIES,
    description: 'How much it presses.',
    example: EXAMPLE_LIVE.priority,
  })
  priority: Priority;

  @ApiProperty({ ...id, description: 'The vehicle.', example: EXAMPLE_LIVE.vehicleId })
  vehicleId: string;

  @ApiProperty({ ...id, description: 'The driver.', example: EXAMPLE_LIVE.driverId })
  driverId: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: "The customer's name; null once it was erased.",
    example: EXAMPLE_LIVE.customerName,
  })
  customerName: string | null;

  @ApiProperty({ type: LiveRouteResponse, description: 'The plan that it follows.' })
  route: LiveRouteResponse;

  @ApiProperty({
    ...instant,
    nullable: true,
    description: 'Until when it was promised.',
    example: EXAMPLE_LIVE.promisedBy,
  })
  promisedBy: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description:
      'Minutes behind the plan at the checkpoint furthest along the route that was reached, before it negative; null before the first.',
    example: EXAMPLE_LIVE.delayMinutes,
  })
  delayMinutes: number | null;

  @ApiProperty({ type: [ReachedCheckpointResponse], description: 'The checkpoints that were reached.' })
  checkpointsReached: ReachedCheckpointResponse[];

  @ApiProperty({
    type: [CheckpointAheadResponse],
    description: 'The checkpoints that are left, in the order of the route.',
  })
  checkpointsAhead: CheckpointAheadResponse[];

  @ApiProperty({
    ...instant,
    description: 'When the end of the route is to be expected.',
    example: EXAMPLE_LIVE.estimatedEnd,
  })
  estimatedEnd: string;

  @ApiProperty({
    type: 'boolean',
    description: 'Whether that is after what was promised or, where nothing was, after the end of the plan.',
    example: EXAMPLE_LIVE.isLate,
  })
  isLate: boolean;
}

export const LiveDeliveryPage = pageOf(LiveDeliveryResponse, 'LiveDeliveryPage', 'deliveries on the road');
