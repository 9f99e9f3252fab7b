import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsIn, IsInt, IsNumber, IsOptional, IsString, Min } from 'class-validator';
import {
  DESCRIPTION_MAX_LENGTH,
  INCIDENT_LOCATION_MAX_LENGTH,
  INCIDENT_TYPES,
  IncidentType,
  SEVERITIES,
  Severity,
} from '@fleet/domain/deliveries/incident';
import {
  PROOF_CODE_MAX_LENGTH,
  PROOF_NOTES_MAX_LENGTH,
  RECEIVED_BY_MAX_LENGTH,
  SCANNED_VALUE_MAX_LENGTH,
} from '@fleet/domain/deliveries/proof';
import { IsInstant, IsResourceIds } from '@fleet/api/http/fields';
import { EXAMPLE_INCIDENTS } from '@fleet/api/http/openapi/example-deliveries';
import { GIVEN_INSTANT_NOTE, givenInstant, id, text } from '@fleet/api/http/openapi/value-schemas';

const EXAMPLE = EXAMPLE_INCIDENTS.toResolve;

/** How many incidents are resolved at once. */
const MAX_RESOLVED = 200;

export class ReachCheckpointRequest {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'Which checkpoint of the route.', example: 2 })
  @Min(1)
  @IsInt({ message: 'must be a whole number' })
  sequence: number;

  @ApiPropertyOptional({
    ...givenInstant,
    description: `When it was reached, not in the future; now, unless it says otherwise. ${GIVEN_INSTANT_NOTE}`,
    example: '2025-08-20T13:05:00Z',
  })
  @IsOptional()
  @IsInstant()
  reachedAt?: Date;
}

export class ReportIncidentRequest {
  @ApiProperty({ enum: INCIDENT_TYPES, description: 'What it is.', example: EXAMPLE.type })
  @IsIn(INCIDENT_TYPES)
  type: IncidentType;

  @ApiProperty({ enum: SEVERITIES, description: 'How bad it is.', example: EXAMPLE.severity })
  @IsIn(SEVERITIES)
  severity: Severity;

  @ApiProperty({ ...text(DESCRIPTION_MAX_LENGTH), description: 'What happened.', example: EXAMPLE.description })
  @IsString()
  description: string;

  @ApiPropertyOptional({
    ...text(INCIDENT_LOCATION_MAX_LENGTH),
    description: 'Where, in words.',
    example: EXAMPLE.location,
  })
  @IsOptional()
  @IsString()
  location?: string;

  @ApiPropertyOptional({
    type: 'number',
    minimum: -90,
    maximum: 90,
    description: 'Degrees of latitude, with the longitude.',
    example: -22.8184,
  })
  @IsOptional()
  @IsNumber()
  latitude?: number;

  @ApiPropertyOptional({
    type: 'number',
    minimum: -180,
    maximum: 180,
    description: 'Degrees of longitude, with the latitude.',
    example: -47.0647,
  })
  @IsOptional()
  @IsNumber()
  longitude?: number;
}

export class ResolveIncidentRequest {
  @ApiProperty({ ...text(DESCRIPTION_MAX_LENGTH), description: 'How it was resolved.', example: 'Took another way' })
  @IsString()
  resolution: string;
}

export class ResolveIncidentsRequest extends ResolveIncidentRequest {
  @ApiProperty({
    type: 'array',
    items: { ...id },
    minItems: 1,
    maxItems: MAX_RESOLVED,
    description: 'Which ones, of whatever deliveries.',
    example: [EXAMPLE_INCIDENTS.alsoToResolve.id],
  })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MAX_RESOLVED)
  @IsResourceIds()
  incidentIds: string[];
}

export class CaptureProofRequest {
  @ApiProperty({ ...text(RECEIVED_BY_MAX_LENGTH), description: 'Who received it.', example: 'Paula Andrade' })
  @IsString()
  receivedBy: string;

  @ApiPropertyOptional({ ...text(PROOF_NOTES_MAX_LENGTH), description: 'Notes.', example: 'Left at the counter' })
  @IsOptional()
  @IsString()
  notes?: string;

  @ApiPropertyOptional({
    ...text(PROOF_CODE_MAX_LENGTH),
    description: 'The code that the customer gave.',
    example: '4711',
  })
  @IsOptional()
  @IsString()
  code?: string;

  @ApiPropertyOptional({
    ...text(SCANNED_VALUE_MAX_LENGTH),
    description: 'What was scanned from the parcel.',
    example: '7891000315507',
  })
  @IsOptional()
  @IsString()
  scannedValue?: string;
}
