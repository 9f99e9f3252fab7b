import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { DELIVERY_STATUSES, DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { PRIORITIES, Priority } from '@fleet/domain/deliveries/delivery-terms';
import { PROOF_REQUIREMENTS, ProofRequirement } from '@fleet/domain/deliveries/proof';
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
const optionalId = { ...id, nullable: true } as const;
const optionalInstant = { ...instant, nullable: true } as const;
const optionalNumber = { type: 'integer', nullable: true } as const;

@ApiSchema({ name: 'Delivery', description: 'Something that is brought to a customer along a route.' })
export class DeliveryResponse implements DeliveryView {
  @ApiProperty({ ...id, description: 'Its identity, which never changes.', example: EXAMPLE.id })
  id: string;

  @ApiProperty({ ...id, description: 'The route that it goes along.', example: EXAMPLE.routeId })
  routeId: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    maxLength: 50,
    description: 'What it is called elsewhere; no two deliveries have the same.',
    example: EXAMPLE.reference,
  })
  reference: string | null;

  @ApiProperty({ ...optionalId, description: 'The vehicle, when one is assigned.', example: EXAMPLE.vehicleId })
  vehicleId: string | null;

  @ApiProperty({ ...optionalId, description: 'The driver, when one is assigned.', example: EXAMPLE.driverId })
  driverId: string | null;

  @ApiProperty({ type: CustomerResponse, description: 'Whom it is delivered to.' })
  customer: CustomerResponse;

  @ApiProperty({
    enum: PRIORITIES,
    enumName: 'Priority',
    description: 'How much it presses.',
    example: EXAMPLE.priority,
  })
  priority: Priority;

  @ApiProperty({ ...optionalInstant, description: 'Until when it was promised.', example: EXAMPLE.promisedBy })
  promisedBy: string | null;

  @ApiProperty({
    enum: PROOF_REQUIREMENTS,
    enumName: 'ProofRequirement',
    isArray: true,
    description: 'What its proof must show.',
    example: EXAMPLE.requirements,
  })
  requirements: readonly ProofRequirement[];

  @ApiProperty({
    type: 'array',
    items: id,
    description: 'The deliveries that must be delivered before it leaves.',
    example: EXAMPLE.after,
  })
  after: readonly string[];

  @ApiProperty({
    enum: DELIVERY_STATUSES,
    enumName: 'DeliveryStatus',
    description: 'Where it stands.',
    example: EXAMPLE.status,
  })
  status: DeliveryStatus;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'The attempt, from 1.', example: EXAMPLE.attempt })
  attempt: number;

  @ApiProperty({ ...instant, description: 'From when on its crew is held.', example: EXAMPLE.slotStart })
  slotStart: string;

  @ApiProperty({ ...instant, description: 'When its crew is free again.', example: EXAMPLE.slotEnd })
  slotEnd: string;

  @ApiProperty({ ...optionalId, description: 'The trip of this attempt.', example: EXAMPLE.tripId })
  tripId: string | null;

  @ApiProperty({ type: [ReachedCheckpointResponse], description: 'The checkpoints that this attempt has reached.' })
  checkpoints: ReachedCheckpointResponse[];

  @ApiProperty({ type: [IncidentResponse], description: 'What went wrong on the way, of all attempts.' })
  incidents: IncidentResponse[];

  @ApiProperty({ type: ProofResponse, nullable: true, description: 'The proof of delivery, once it is captured.' })
  proof: ProofResponse | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'Why it has failed or is cancelled.',
    example: EXAMPLE.reason,
  })
  reason: string | null;

  @ApiProperty({ type: 'string', nullable: true, description: 'What was noted with that.', example: EXAMPLE.notes })
  notes: string | null;

  @ApiProperty({
    ...optionalNumber,
    minimum: 0,
    description: "Kilometres of this attempt's trip.",
    example: EXAMPLE.distance,
  })
  distance: number | null;

  @ApiProperty({
    ...optionalNumber,
    description: 'Minutes behind the plan at the last checkpoint that was reached; before it negative.',
    example: EXAMPLE.delayMinutes,
  })
  delayMinutes: number | null;

  @ApiProperty({ ...optionalInstant, description: 'When it was delivered.', example: EXAMPLE.deliveredAt })
  deliveredAt: string | null;

  @ApiProperty({
    ...optionalNumber,
    description: 'Minutes after what was promised, before it negative; null when nothing was.',
    example: EXAMPLE.lateMinutes,
  })
  lateMinutes: number | null;

  @ApiProperty(version)
  version: number;

  @ApiProperty({ ...instant, description: 'When it was created.', example: EXAMPLE.createdAt })
  createdAt: string;

  @ApiProperty({ ...instant, description: 'When it was last changed.', example: EXAMPLE.updatedAt })
  updatedAt: string;
}

export const DeliveryPage = pageOf(DeliveryResponse, 'DeliveryPage', 'deliveries');
