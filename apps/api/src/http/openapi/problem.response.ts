import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { FieldFault } from '@fleet/domain/shared/invalid-fields.error';
import { AssignmentConflictResponse } from './assignment-conflict.response';
import { PROBLEMS } from './problem-table';
import { id } from './value-schemas';

@ApiSchema({ name: 'FieldFault', description: 'One field that is at fault.' })
class FieldFaultResponse implements FieldFault {
  @ApiProperty({
    type: 'string',
    description: 'The field, query parameter or header, as the request names it; empty for the whole body.',
    example: 'mileage',
  })
  field: string;

  @ApiProperty({
    type: 'string',
    description: 'What it must be; for people.',
    example: 'must be between 0 and 9999999',
  })
  message: string;
}

@ApiSchema({ name: 'Problem', description: 'Why a request was not done: a problem document (RFC 9457).' })
export class ProblemResponse {
  @ApiProperty({
    type: 'string',
    format: 'uri',
    description: 'Names the kind of problem; one URN a code.',
    example: 'urn:fleet:problem:vehicle-not-found',
  })
  type: string;

  @ApiProperty({ type: 'string', description: 'The kind of problem in a few words.', example: 'Vehicle not found' })
  title: string;

  @ApiProperty({ type: 'integer', minimum: 400, maximum: 599, description: 'The HTTP status.', example: 404 })
  status: number;

  @ApiProperty({
    type: 'string',
    description: 'What is wrong with this request; for people, and free to change.',
    example: 'There is no vehicle with this id.',
  })
  detail: string;

  @ApiProperty({ type: 'string', description: 'The path that was asked for.', example: '/api/vehicles' })
  instance: string;

  @ApiProperty({
    enum: Object.keys(PROBLEMS),
    enumName: 'ProblemCode',
    description: 'The kind of problem, for programs; stable.',
    example: 'VEHICLE_NOT_FOUND',
  })
  code: string;

  @ApiProperty({
    type: 'string',
    pattern: '^[A-Za-z0-9_.-]{1,64}$',
    description: "The request's id, which every log line of it carries.",
    example: '0198b8a0-2f6a-7c1e-9d43-5a7e0c1b2d3f',
  })
  requestId: string;

  @ApiProperty({
    type: 'string',
    pattern: '^[0-9a-f]{32}$',
    required: false,
    description: "The request's trace, where the operator has requests traced.",
    example: '4bf92f3577b34da6a3ce929d0e0e4736',
  })
  traceId?: string;

  @ApiProperty({
    type: [FieldFaultResponse],
    required: false,
    description: 'Every field that is at fault, where fields are.',
  })
  errors?: FieldFaultResponse[];

  @ApiProperty({
    type: 'array',
    items: { type: 'string' },
    required: false,
    description: 'What would be possible instead, where a step is not.',
    example: ['Delivered', 'Failed'],
  })
  allowed?: string[];

  @ApiProperty({
    type: 'array',
    items: { oneOf: [{ type: 'string' }, { type: 'integer' }] },
    required: false,
    description: 'What must be there first: kinds of proof, or the sequences of checkpoints.',
    example: ['photo'],
  })
  missing?: (string | number)[];

  @ApiProperty({
    type: [AssignmentConflictResponse],
    required: false,
    description: 'Who holds the vehicle or the driver meanwhile.',
  })
  conflicts?: AssignmentConflictResponse[];

  @ApiProperty({
    type: 'array',
    items: id,
    required: false,
    description: 'The deliveries that must be delivered before.',
    example: ['0198b8a0-7d00-7000-8000-000000000001'],
  })
  waitingFor?: string[];

  @ApiProperty({
    ...id,
    required: false,
    description: 'The delivery that it is about.',
    example: '0198b8a0-7d00-7000-8000-000000000001',
  })
  deliveryId?: string;

  @ApiProperty({
    type: 'integer',
    minimum: 0,
    required: false,
    description: 'Which command of a batch cannot be done, the first being 0.',
    example: 2,
  })
  index?: number;

  @ApiProperty({ type: () => ProblemResponse, required: false, description: 'Why that command cannot be done.' })
  cause?: ProblemResponse;
}
