import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import {
  CustomerView,
  IncidentView,
  ProofView,
  ReachedCheckpointView,
} from '@fleet/application/deliveries/delivery.view';
import { INCIDENT_TYPES, IncidentType, SEVERITIES, Severity } from '@fleet/domain/deliveries/incident';
import { PROOF_FILE_KINDS, ProofFile } from '@fleet/domain/deliveries/proof';
import { IMAGE_TYPES } from '@fleet/domain/shared/images/image';
import { EXAMPLE_DELIVERIES, EXAMPLE_INCIDENTS } from '@fleet/api/http/openapi/example-deliveries';
import { id, instant } from '@fleet/api/http/openapi/value-schemas';

const { delivered } = EXAMPLE_DELIVERIES;
const { proof, customer } = delivered;
const [reached] = delivered.checkpoints;
const [file] = proof.files;
const incident = EXAMPLE_INCIDENTS.toResolve;

/** Text that may be missing. */
const optional = (maxLength: number) => ({ type: 'string', nullable: true, minLength: 1, maxLength }) as const;

@ApiSchema({ name: 'Customer', description: 'Whom it is for. Its fields are null once they have been erased.' })
export class CustomerResponse implements CustomerView {
  @ApiProperty({ ...optional(100), description: 'The name.', example: customer.name })
  name: string | null;

  @ApiProperty({ ...optional(25), description: 'The telephone number, as it was typed.', example: customer.phone })
  phone: string | null;

  @ApiProperty({ ...optional(255), description: 'Where it is brought to.', example: customer.address })
  address: string | null;
}

@ApiSchema({ name: 'ReachedCheckpoint', description: 'A checkpoint of the route that this attempt has reached.' })
export class ReachedCheckpointResponse implements ReachedCheckpointView {
  @ApiProperty({ type: 'integer', minimum: 1, description: 'Which one of the route.', example: reached.sequence })
  sequence: number;

  @ApiProperty({ ...instant, description: 'When it was reached.', example: reached.reachedAt })
  reachedAt: string;

  @ApiProperty({
    type: 'integer',
    description: 'Minutes behind the expected time; before it they are negative.',
    example: reached.delayMinutes,
  })
  delayMinutes: number;

  @ApiProperty({ type: 'boolean', description: 'Whether it was reached outside its window.', example: false })
  outsideWindow: boolean;
}

@ApiSchema({ name: 'Incident', description: 'Something that went wrong on the way. It blocks nothing.' })
export class IncidentResponse implements IncidentView {
  @ApiProperty({ ...id, description: 'Its identity.', example: incident.id })
  id: string;

  @ApiProperty({ enum: INCIDENT_TYPES, description: 'What it is.', example: incident.type })
  type: IncidentType;

  @ApiProperty({ enum: SEVERITIES, description: 'How bad it is.', example: incident.severity })
  severity: Severity;

  @ApiProperty({
    type: 'string',
    minLength: 1,
    maxLength: 500,
    description: 'What happened.',
    example: incident.description,
  })
  description: string;

  @ApiProperty({ ...optional(255), description: 'Where, in words.', example: incident.location })
  location: string | null;

  @ApiProperty({
    type: 'number',
    nullable: true,
    minimum: -90,
    maximum: 90,
    description: 'Degrees of latitude.',
    example: null,
  })
  latitude: number | null;

  @ApiProperty({
    type: 'number',
    nullable: true,
    minimum: -180,
    maximum: 180,
    description: 'Degrees of longitude.',
    example: null,
  })
  longitude: number | null;

  @ApiProperty({ ...instant, description: 'When it was reported.', example: incident.reportedAt })
  reportedAt: string;

  @ApiProperty({
    ...instant,
    nullable: true,
    description: 'When it was resolved; null while it is open.',
    example: null,
  })
  resolvedAt: string | null;

  @ApiProperty({ ...optional(500), description: 'How it was resolved.', example: null })
  resolution: string | null;
}

@ApiSchema({ name: 'ProofFile', description: 'An image that was captured with a proof of delivery.' })
export class ProofFileResponse implements ProofFile {
  @ApiProperty({ ...id, description: 'Its identity, to be downloaded by.', example: file.id })
  id: string;

  @ApiProperty({ enum: PROOF_FILE_KINDS, description: 'What it shows.', example: file.kind })
  kind: ProofFile['kind'];

  @ApiProperty({ enum: IMAGE_TYPES, description: 'What it is, found by its content.', example: file.mediaType })
  mediaType: string;

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Bytes.', example: file.size })
  size: number;

  @ApiProperty({
    type: 'string',
    pattern: '^[0-9a-f]{64}$',
    description: 'SHA-256 of its content.',
    example: file.sha256,
  })
  sha256: string;
}

@ApiSchema({ name: 'Proof', description: 'That, and how, a delivery was handed over.' })
export class ProofResponse implements ProofView {
  @ApiProperty({
    ...optional(100),
    description: 'Who received it; null once it was erased.',
    example: proof.receivedBy,
  })
  receivedBy: string | null;

  @ApiProperty({ ...optional(500), description: 'Notes of the driver.', example: proof.notes })
  notes: string | null;

  @ApiProperty({ ...optional(100), description: 'The code that the customer gave.', example: proof.code })
  code: string | null;

  @ApiProperty({ ...optional(255), description: 'What was scanned from the parcel.', example: proof.scannedValue })
  scannedValue: string | null;

  @ApiProperty({ type: [ProofFileResponse], description: 'Signature and photos.' })
  files: ProofFileResponse[];

  @ApiProperty({ ...instant, description: 'When it was captured.', example: proof.capturedAt })
  capturedAt: string;
}
