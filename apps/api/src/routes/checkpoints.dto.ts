import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { IsNumber, IsOptional, IsString } from 'class-validator';
import { CheckpointDetails, LOCATION_MAX_LENGTH, MAX_CHECKPOINTS } from '@fleet/domain/routes/checkpoint';
import { IsInstant, ListOf } from '@fleet/api/http/fields';
import { EXAMPLE_CHECKPOINTS } from '@fleet/api/http/openapi/example-routes';
import { degrees, GIVEN_INSTANT_NOTE, givenInstant, text, wholeNumber } from '@fleet/api/http/openapi/value-schemas';

const EXAMPLE = EXAMPLE_CHECKPOINTS[1];

@ApiSchema({ name: 'CheckpointRequest' })
export class CheckpointRequest implements CheckpointDetails {
  @ApiPropertyOptional({
    ...wholeNumber(1, MAX_CHECKPOINTS),
    nullable: true,
    description:
      'Its place in the route. Added, it is put there, and at the end when left out; changed, it is moved there, and ' +
      'stays when left out; among several, each has one, or none and they are taken in the order given.',
    example: EXAMPLE.sequence,
  })
  @IsOptional()
  @IsNumber()
  sequence?: number;

  @ApiProperty({
    ...text(LOCATION_MAX_LENGTH),
    description: 'Where it is, in free text: 1 to 255 characters.',
    example: EXAMPLE.location,
  })
  @IsString()
  location: string;

  @ApiPropertyOptional({
    ...degrees(90),
    nullable: true,
    description: 'Degrees north of the equator (WGS 84), together with the longitude or not at all.',
    example: EXAMPLE.latitude,
  })
  @IsOptional()
  @IsNumber()
  latitude?: number;

  @ApiPropertyOptional({
    ...degrees(180),
    nullable: true,
    description: 'Degrees east of Greenwich (WGS 84), together with the latitude or not at all.',
    example: EXAMPLE.longitude,
  })
  @IsOptional()
  @IsNumber()
  longitude?: number;

  @ApiProperty({
    ...givenInstant,
    description: `When it is to be passed: after the start and the checkpoint before. ${GIVEN_INSTANT_NOTE}`,
    example: EXAMPLE.expectedAt,
  })
  @IsInstant()
  expectedAt: Date;

  @ApiPropertyOptional({
    ...givenInstant,
    nullable: true,
    description: `When its window begins, not after the expected time; open when left out. ${GIVEN_INSTANT_NOTE}`,
    example: EXAMPLE.earliest,
  })
  @IsOptional()
  @IsInstant()
  earliest?: Date;

  @ApiPropertyOptional({
    ...givenInstant,
    nullable: true,
    description: `When its window ends, not before the expected time; open when left out. ${GIVEN_INSTANT_NOTE}`,
    example: EXAMPLE.latest,
  })
  @IsOptional()
  @IsInstant()
  latest?: Date;
}

export class ReplaceCheckpointsRequest {
  @ApiProperty({
    type: [CheckpointRequest],
    maxItems: MAX_CHECKPOINTS,
    description: 'All of them: in the order of their sequences, or in this one when they have none.',
  })
  @ListOf(CheckpointRequest, MAX_CHECKPOINTS)
  checkpoints: CheckpointRequest[];
}
