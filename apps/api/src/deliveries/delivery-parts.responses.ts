import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import {
  CustomerView,
  IncidentView,
  ProofView,
  ReachedCheckpointView,
} from '@fleet/application/deliveries/delivery.view';
import { INCIDENT_TYPES, IncidentType, SEVERITIES, Severity } from '@fleet/domain/deliveries/incident';
import { PROOF_FILE_KINDS, ProofFile } from '@fleet/domain/deliveries/proof';
import { id, instant } from '@fleet/api/http/openapi/value-schemas';

const optional = { type: 'string', nullable: true } as const;
const degrees = { type: 'number', nullable: true } as const;

@ApiSchema({ name: 'Customer', description: 'Whom it is delivered to. Each value is null once it was erased.' })
export class CustomerResponse implements CustomerView {
  @ApiProperty({ ...optional, description: 'The name.', example: 'Helena Castro' })
  name: string | null;

  @ApiProperty({ ...optional, description: 'The telephone number.', example: '+55 (19) 90000-0101' })
  phone: string | null;

  @ApiProperty({ ...optional, description: 'Where it is brought.', example: 'Rua das Flores 12, Campinas' })
  address: string | null;
}

@ApiSchema({ name: 'ReachedCheckpoint', description: 'A checkpoint of the route that the delivery has passed.' })
export class ReachedCheckpointResponse implements ReachedCheckpointView {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'Its place in the route.', example: 1 })
  sequence: number;

  @ApiProperty({ ...instant, description: 'When it was reached.', example: '2025-08-20T09:07:00.000Z' })
  reachedAt: string;

  @ApiProperty({ type: 'integer', description: 'Minutes behind the plan; before it negative.', example: 7 })
  delayMinutes: number;

  @ApiProperty({ type: 'boolean', description: 'Whether that was before or after its window.', example: false })
  outsideWindow: boolean;
}

@ApiSchema({ name: 'Incident', description: 'Something that went wrong on the way. It blocks nothing.' })
export class IncidentResponse implements IncidentView {
  @ApiProperty({ ...id, description: 'Its identity.', example: '0198b8a0-0000-7000-8000-880000000001' })
  id: string;

  @ApiProperty({ enum: INCIDENT_TYPES, enumName: 'IncidentType', description: 'What it was.', example: 'Traffic' })
  type: IncidentType;

  @ApiProperty({ enum: SEVERITIES, enumName: 'Severity', description: 'How bad it was.', example: 'Low' })
  severity: Severity;

  @ApiProperty({ type: 'string', description: 'What happened.', example: 'Queue at the bridge' })
  description: string;

  @ApiProperty({ ...optional, description: 'Where it happened.', example: 'Rodovia Anhanguera, km 92' })
  location: string | null;

  @ApiProperty({ ...degrees, description: 'Degrees north.', example: -22.9 })
  latitude: number | null;

  @ApiProperty({ ...degrees, description: 'Degrees east.', example: -47.06 })
  longitude: number | null;

  @ApiProperty({ ...instant, description: 'When it was reported.', example: '2025-08-20T09:20:00.000Z' })
  reportedAt: string;

  @ApiProperty({
    ...instant,
    nullable: true,
    description: 'When it was resolved; null while it is open.',
    example: null,
  })
  resolvedAt: string | null;

  @ApiProperty({ ...optional, description: 'How it was resolved.', example: null })
  resolution: string | null;
}

@ApiSchema({ name: 'ProofFile', description: 'A file of a proof.' })
export class ProofFileResponse implements ProofFile {
  @ApiProperty({ ...id, description: 'Its identity.', example: '0198b8a0-0000-7000-8000-8f0000000001' })
  id: string;

  @ApiProperty({ enum: PROOF_FILE_KINDS, description: 'What it shows.', example: 'signature' })
  kind: ProofFile['kind'];

  @ApiProperty({ type: 'string', description: 'What kind of image it is.', example: 'image/png' })
  mediaType: string;

  @ApiProperty({ type: 'integer', minimum: 0, description: 'Bytes.', example: 18_204 })
  size: number;

  @ApiProperty({
    type: 'string',
    description: 'SHA-256 of its content, in hexadecimal digits.',
    example: 'ab'.repeat(32),
  })
  sha256: string;
}

@ApiSchema({ name: 'Proof', description: 'That, and how, it was handed over.' })
export class ProofResponse implements ProofView {
  @ApiProperty({ ...optional, description: 'Who received it; null once that was erased.', example: 'Helena Castro' })
  receivedBy: string | null;

  @ApiProperty({ ...optional, description: 'What the driver noted.', example: null })
  notes: string | null;

  @ApiProperty({ ...optional, description: 'The code that the customer gave.', example: null })
  code: string | null;

  @ApiProperty({ ...optional, description: 'What was scanned.', example: null })
  scannedValue: string | null;

  @ApiProperty({ type: [ProofFileResponse], description: 'The signature and the photos.' })
  files: ProofFileResponse[];

  @ApiProperty({ ...instant, description: 'When it was captured.', example: '2025-08-20T11:40:00.000Z' })
  capturedAt: string;
}
