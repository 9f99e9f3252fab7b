import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { ScheduleTemplate, TemplateCheckpoint, TemplateDelivery } from '@fleet/domain/schedules/schedule-template';
import { PRIORITIES, Priority, PROOF_REQUIREMENTS, ProofRequirement } from '@fleet/domain/shared/delivery-needs';
import { EXAMPLE_TEMPLATE } from '@fleet/api/http/openapi/example-schedules';
import { id } from '@fleet/api/http/openapi/value-schemas';

const { route: ROUTE, deliveries: DELIVERIES } = EXAMPLE_TEMPLATE;
const [CHECKPOINT] = ROUTE.checkpoints;
const [DELIVERY] = DELIVERIES;

const text = { type: 'string' } as const;
const maybe = (type: 'string' | 'number' | 'integer') => ({ type, nullable: true }) as const;

@ApiSchema({ name: 'CheckpointTemplate', description: 'A checkpoint of each route; minutes are after its start.' })
export class CheckpointTemplateResponse implements TemplateCheckpoint {
  @ApiProperty({ ...text, description: 'The place.', example: CHECKPOINT.location })
  location: string;

  @ApiProperty({ ...maybe('number'), description: 'Degrees north.', example: CHECKPOINT.latitude })
  latitude: number | null;

  @ApiProperty({ ...maybe('number'), description: 'Degrees east.', example: CHECKPOINT.longitude })
  longitude: number | null;

  @ApiProperty({ type: 'integer', description: 'When it is expected.', example: CHECKPOINT.afterMinutes })
  afterMinutes: number;

  @ApiProperty({ ...maybe('integer'), description: 'Not before.', example: CHECKPOINT.earliestMinutes })
  earliestMinutes: number | null;

  @ApiProperty({ ...maybe('integer'), description: 'Not after.', example: CHECKPOINT.latestMinutes })
  latestMinutes: number | null;
}

@ApiSchema({ name: 'RouteTemplate', description: 'The route that is made each time.' })
export class RouteTemplateResponse {
  @ApiProperty({ ...text, description: 'Its name.', example: ROUTE.name })
  name: string;

  @ApiProperty({ ...text, description: 'Where it begins.', example: ROUTE.origin })
  origin: string;

  @ApiProperty({ ...text, description: 'Where it ends.', example: ROUTE.destination })
  destination: string;

  @ApiProperty({ type: [CheckpointTemplateResponse], description: 'Its checkpoints in their order.' })
  checkpoints: CheckpointTemplateResponse[];
}

@ApiSchema({ name: 'DeliveryTemplate', description: 'A delivery that is made each time.' })
export class DeliveryTemplateResponse implements TemplateDelivery {
  @ApiProperty({ ...maybe('string'), description: 'What its reference begins with.', example: DELIVERY.reference })
  reference: string | null;

  @ApiProperty({ ...text, description: 'Who gets it.', example: DELIVERY.customerName })
  customerName: string;

  @ApiProperty({ ...text, description: 'The phone number of the customer.', example: DELIVERY.customerPhone })
  customerPhone: string;

  @ApiProperty({ ...text, description: 'Where it goes.', example: DELIVERY.customerAddress })
  customerAddress: string;

  @ApiProperty({ enum: PRIORITIES, description: 'How urgent it is.', example: DELIVERY.priority })
  priority: Priority;

  @ApiProperty({
    ...maybe('integer'),
    description: 'Minutes after the start by which it is promised.',
    example: DELIVERY.promisedAfterMinutes,
  })
  promisedAfterMinutes: number | null;

  @ApiProperty({
    enum: PROOF_REQUIREMENTS,
    isArray: true,
    description: 'What proof of delivery is needed.',
    example: DELIVERY.requirements,
  })
  requirements: ProofRequirement[];

  @ApiProperty({ ...{ ...id, nullable: true }, description: 'Its vehicle.', example: DELIVERY.vehicleId })
  vehicleId: string | null;

  @ApiProperty({ ...{ ...id, nullable: true }, description: 'Its driver.', example: DELIVERY.driverId })
  driverId: string | null;

  @ApiProperty({
    type: 'array',
    items: { type: 'integer' },
    description: 'The earlier deliveries of the list that come first, by their places from 0.',
    example: DELIVERY.after,
  })
  after: number[];
}

@ApiSchema({ name: 'ScheduleTemplate', description: 'What is made each time that a schedule comes.' })
export class ScheduleTemplateResponse implements ScheduleTemplate {
  @ApiProperty({ type: RouteTemplateResponse, description: 'The route.' })
  route: RouteTemplateResponse;

  @ApiProperty({ type: [DeliveryTemplateResponse], description: 'The deliveries on it.' })
  deliveries: DeliveryTemplateResponse[];
}
