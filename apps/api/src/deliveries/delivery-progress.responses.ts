import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { ResolvedIncidents } from '@fleet/application/deliveries/resolve-incidents';
import { EXAMPLE_INCIDENTS } from '@fleet/api/http/openapi/example-deliveries';
import { id } from '@fleet/api/http/openapi/value-schemas';

@ApiSchema({ name: 'ResolvedIncidents', description: 'What resolving many incidents has come to.' })
export class ResolvedIncidentsResponse implements ResolvedIncidents {
  @ApiProperty({
    type: 'array',
    items: { ...id },
    description: 'Those that were open until now.',
    example: [EXAMPLE_INCIDENTS.alsoToResolve.id],
  })
  resolved: string[];

  @ApiProperty({ type: 'array', items: { ...id }, description: 'Those that were resolved before.', example: [] })
  alreadyResolved: string[];
}
