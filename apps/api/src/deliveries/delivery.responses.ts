import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { DELIVERY_STATUSES, DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { CANCELLATION_REASONS, FAILURE_REASONS } from '@fleet/domain/deliveries/delivery-terms';
import { PRIORITIES, Priority, PROOF_REQUIREMENTS, ProofRequirement } from '@fleet/domain/shared/delivery-needs';
import { EXAMPLE_DELIVERIES } from '@fleet/api/http/openapi/example-deliveries';
import { pageOf } from '@fleet/api/http/openapi/page.response';
import { id, instant, version } from '@fleet/api/http/openapi/value-schemas';
import {
  CustomerResponse,
  IncidentResponse,
  ProofResponse,
  ReachedCheckpointResponse,
} from './delivery-parts.responses';

const EXAMPLE = EXAMPLE_DELIVERIES.delivered;
const minutes = { type: 'integer', nullable: true } as const;

@ApiSchema({ name: 'Delivery', description: 'Something that is brought to a customer along a route.' })
export class DeliveryResponse implements DeliveryView {
  @ApiProperty({ ...id, description: 'Its identity, which never changes.', example: EXAMPLE.id })
  id: string;

  @ApiProperty({ ...id, description: 'The route that it runs on.', example: EXAMPLE.routeId })
  routeId: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    minLength: 1,
    maxLength: 50,
    description: 'A name of your own for it, such as the number of an invoice; no two deliveries have the same.',
    example: 'NF-10001',
  })
  reference: string | null;

  @ApiProperty({ ...id, nullable: true, description: 'The vehicle that is assigned.', example: EXAMPLE.vehicleId })
  vehicleId: string | null;

  @ApiProperty({ ...id, nullable: true, description: 'The driver who is assigned.', example: EXAMPLE.driverId })
  driverId: string | null;

  @ApiProperty({ type: CustomerResponse, description: 'Whom it is for.' })
  customer: CustomerResponse;

  @ApiProperty({ enum: PRIORITIES, description: 'How much it presses.', example: EXAMPLE.priority })
  priority: Priority;

  @ApiProperty({
    ...instant,
    nullable: true,
    description: 'What the customer was promised.',
    example: EXAMPLE.promisedBy,
  })
  promisedBy: string | null;

  @ApiProperty({
    enum: PROOF_REQUIREMENTS,
    isArray: true,
    description: 'What its proof of delivery must have.',
    example: EXAMPLE.requirements,
  })
  requirements: ProofRequirement[];

  @ApiProperty({
    type: 'array',
    items: { ...id },
    description: 'The deliveries that must be delivered before this one goes into transit.',
    example: EXAMPLE.after,
  })
  after: string[];

  @ApiProperty({ enum: DELIVERY_STATUSES, description: 'Where it stands.', example: EXAMPLE.status })
  status: DeliveryStatus;

  @ApiProperty({
    type: 'integer',
    minimum: 1,
    description: '1, and one more with every retry.',
    example: EXAMPLE.attempt,
  })
  attempt: number;

  @ApiProperty({ ...instant, description: 'From when on its vehicle and driver are held.', example: EXAMPLE.slotStart })
  slotStart: string;

  @ApiProperty({ ...instant, description: 'From when on they are free again.', example: EXAMPLE.slotEnd })
  slotEnd: string;

  @ApiProperty({
    ...id,
    nullable: true,
    description: 'The trip of this attempt, from when it went into transit.',
    example: EXAMPLE.tripId,
  })
  tripId: string | null;

  @ApiProperty({ type: [ReachedCheckpointResponse], description: 'The checkpoints that this attempt has reached.' })
  checkpoints: ReachedCheckpointResponse[];

  @ApiProperty({ type: [IncidentResponse], description: 'What went wrong, the first reported in front.' })
  incidents: IncidentResponse[];

  @ApiProperty({
    type: ProofResponse,
    nullable: true,
    description: 'The proof of delivery; null before it is captured.',
  })
  proof: ProofResponse | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    enum: [...new Set([...FAILURE_REASONS, ...CANCELLATION_REASONS]), null],
    description: 'Why it has failed or was cancelled.',
    example: EXAMPLE.reason,
  })
  reason: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    minLength: 1,
    maxLength: 500,
    description: 'Notes on that.',
    example: null,
  })
  notes: string | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    minimum: 0,
    maximum: 100_000,
    description: 'Kilometres of the trip of this attempt; null before its end.',
    example: EXAMPLE.distance,
  })
  distance: number | null;

  @ApiProperty({
    ...minutes,
    description:
      'Minutes behind the plan at the checkpoint furthest along the route that was reached; before it they are negative.',
    example: EXAMPLE.delayMinutes,
  })
  delayMinutes: number | null;

  @ApiProperty({ ...instant, nullable: true, description: 'When it was delivered.', example: EXAMPLE.deliveredAt })
  deliveredAt: string | null;

  @ApiProperty({
    ...minutes,
    description: 'Minutes from what was promised to when it was delivered; before it they are negative.',
    example: EXAMPLE.lateMinutes,
  })
  lateMinutes: number | null;

  @ApiProperty(version)
  version: number;

  @ApiProperty({ ...instant, description: 'When it was created.', example: EXAMPLE.createdAt })
  createdAt: string;

  @ApiProperty({ ...instant, description: 'When it last changed.', example: EXAMPLE.updatedAt })
  updatedAt: string;
}

export const DeliveryPage = pageOf(DeliveryResponse, 'DeliveryPage', 'deliveries');
