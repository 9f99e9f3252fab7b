import { ApiExtraModels, ApiProperty, ApiPropertyOptional, ApiSchema, getSchemaPath } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsBoolean, IsIn, IsInt, IsOptional, Min } from 'class-validator';
import { BatchOp } from '@fleet/application/deliveries/batch-command';
import { IsResourceId } from '@fleet/api/http/fields';
import { EXAMPLE_DELIVERIES } from '@fleet/api/http/openapi/example-deliveries';
import { id } from '@fleet/api/http/openapi/value-schemas';
import { AssignDeliveryRequest, ChangeDeliveryStatusRequest, CreateDeliveryRequest } from './deliveries.dto';
import { ReportIncidentRequest } from './delivery-progress.dto';

/** How many commands one batch has at most. */
export const MAX_COMMANDS = 500;
/** What that many commands may have at most, each with all of its fields and lists, and a few. */
export const MAX_BATCH_VALUES = 20_000;

function all(...decorators: PropertyDecorator[]): PropertyDecorator {
  return (target, property) => decorators.forEach((decorate) => decorate(target, property));
}

function Op(op: BatchOp): PropertyDecorator {
  return all(ApiProperty({ enum: [op], description: 'What is done.', example: op }), IsIn([op]));
}

function OfDelivery(): PropertyDecorator {
  const example = EXAMPLE_DELIVERIES.pickedUp.id;
  return all(ApiProperty({ ...id, description: 'Which delivery.', example }), IsResourceId());
}

function InVersion(): PropertyDecorator {
  const description = 'The version that it is done for; where the present one is another, it is not done (412).';
  return all(
    ApiPropertyOptional({ type: 'integer', minimum: 1, description, example: 1 }),
    IsOptional(),
    IsInt({ message: 'must be a whole number' }),
    Min(1, { message: 'must be at least 1' }),
  );
}

@ApiSchema({ name: 'CreateCommand', description: 'Creates a delivery.' })
export class CreateCommandRequest extends CreateDeliveryRequest {
  @Op('create')
  op: 'create';
}

@ApiSchema({ name: 'AssignCommand', description: 'Assigns a vehicle and a driver.' })
export class AssignCommandRequest extends AssignDeliveryRequest {
  @Op('assign')
  op: 'assign';

  @OfDelivery()
  deliveryId: string;

  @InVersion()
  version?: number;
}

@ApiSchema({ name: 'StatusCommand', description: 'Moves a delivery on.' })
export class StatusCommandRequest extends ChangeDeliveryStatusRequest {
  @Op('status')
  op: 'status';

  @OfDelivery()
  deliveryId: string;

  @InVersion()
  version?: number;
}

@ApiSchema({ name: 'IncidentCommand', description: 'Reports an incident.' })
export class IncidentCommandRequest extends ReportIncidentRequest {
  @Op('incident')
  op: 'incident';

  @OfDelivery()
  deliveryId: string;

  @InVersion()
  version?: number;
}

const COMMANDS = [CreateCommandRequest, AssignCommandRequest, StatusCommandRequest, IncidentCommandRequest];

@ApiExtraModels(...COMMANDS)
export class RunBatchRequest {
  @ApiPropertyOptional({
    type: 'boolean',
    default: false,
    description: 'All of them or none; else each for itself.',
    example: false,
  })
  @IsOptional()
  @IsBoolean({ message: 'must be true or false' })
  atomic?: boolean;

  /** Each is checked by itself (`read-batch.ts`): one that is wrong is its own problem alone. */
  @ApiProperty({
    type: 'array',
    items: { oneOf: COMMANDS.map((command) => ({ $ref: getSchemaPath(command) })) },
    minItems: 1,
    maxItems: MAX_COMMANDS,
    description: 'What is done, in this order.',
  })
  @IsArray({ message: 'must be a list of commands' })
  @ArrayMinSize(1, { message: 'must be at least 1' })
  @ArrayMaxSize(MAX_COMMANDS, { message: `must be at most ${MAX_COMMANDS}` })
  commands: unknown[];
}
