import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { ProblemResponse } from '@fleet/api/http/openapi/problem.response';
import { MAX_COMMANDS } from './delivery-batch.dto';
import { DeliveryResponse } from './delivery.responses';

const count = { type: 'integer', minimum: 0, maximum: MAX_COMMANDS } as const;

@ApiSchema({ name: 'BatchResult', description: 'What one command has come to: a delivery or a problem.' })
export class BatchResultResponse {
  @ApiProperty({
    type: 'integer',
    minimum: 0,
    maximum: MAX_COMMANDS - 1,
    description: 'Which command: its place in the batch, the first being 0.',
    example: 0,
  })
  index: number;

  @ApiProperty({
    type: 'integer',
    minimum: 200,
    maximum: 599,
    description: 'The status that a request with this command alone is answered with.',
    example: 201,
  })
  status: number;

  @ApiProperty({ type: DeliveryResponse, required: false, description: 'The delivery as it was after the command.' })
  delivery?: DeliveryView;

  @ApiProperty({ type: ProblemResponse, required: false, description: 'Why it was not done.' })
  problem?: Record<string, unknown>;
}

@ApiSchema({ name: 'BatchAnswer', description: 'What the commands of a batch have come to.' })
export class BatchAnswerResponse {
  @ApiProperty({ ...count, description: 'How many commands were done.', example: 1 })
  succeeded: number;

  @ApiProperty({ ...count, description: 'How many were not.', example: 0 })
  failed: number;

  @ApiProperty({ type: [BatchResultResponse], description: 'One for each command, in their order.' })
  results: BatchResultResponse[];
}
