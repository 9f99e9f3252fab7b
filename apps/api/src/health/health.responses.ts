import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { ReadinessChecks } from '@fleet/application/shared/readiness';

@ApiSchema({ name: 'Health', description: 'A sign of life.' })
export class HealthResponse {
  @ApiProperty({ type: 'string', enum: ['ok'], description: 'Always the same.', example: 'ok' })
  status: 'ok';
}

@ApiSchema({ name: 'ReadinessChecks', description: 'What the product needs, and whether it is there.' })
class ReadinessChecksResponse implements ReadinessChecks {
  @ApiProperty({ type: 'boolean', description: 'The database answers.', example: true })
  database: boolean;

  @ApiProperty({
    type: 'boolean',
    description: 'False only while a configured cache server is away; the product goes on without it.',
    example: true,
  })
  cache: boolean;
}

@ApiSchema({ name: 'Readiness', description: 'Whether requests should be sent here.' })
export class ReadinessResponse {
  @ApiProperty({ type: 'string', enum: ['ready', 'not ready'], description: 'The verdict.', example: 'ready' })
  status: 'ready' | 'not ready';

  @ApiProperty({ type: ReadinessChecksResponse, description: 'What it is made of.' })
  checks: ReadinessChecksResponse;
}
