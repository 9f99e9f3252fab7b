import { ApiProperty, ApiPropertyOptional, ApiSchema } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsArray, IsNumber, IsObject, IsOptional, IsString, ValidateNested } from 'class-validator';
import { GivenCheckpoint, GivenTemplate } from '@fleet/domain/schedules/schedule-template';
import { MAX_CHECKPOINTS, MAX_DELIVERIES } from '@fleet/domain/schedules/template-checks';
import { MAX_MINUTES } from '@fleet/domain/schedules/template-checkpoints';
import { text, wholeNumber } from '@fleet/api/http/openapi/value-schemas';
import { DeliveryTemplateRequest } from './delivery-template.dto';

const MUST_BE_LIST = { message: 'must be a list' };
const MUST_BE_OBJECT = { message: 'must be a JSON object' };

@ApiSchema({ name: 'CheckpointTemplateRequest' })
export class CheckpointTemplateRequest implements GivenCheckpoint {
  @ApiProperty({ ...text(255), description: 'The place: 1 to 255 characters.', example: 'Padaria Central' })
  @IsString()
  location: string;

  @ApiPropertyOptional({
    ...{ type: 'number', minimum: -90, maximum: 90, nullable: true },
    description: 'Degrees north; given with the longitude or not at all.',
    example: -22.9056,
  })
  @IsOptional()
  @IsNumber()
  latitude?: number | null;

  @ApiPropertyOptional({
    ...{ type: 'number', minimum: -180, maximum: 180, nullable: true },
    description: 'Degrees east.',
    example: -47.0608,
  })
  @IsOptional()
  @IsNumber()
  longitude?: number | null;

  @ApiProperty({
    ...wholeNumber(1, MAX_MINUTES),
    description: 'Minutes after the start at which it is expected to be reached; later than at the checkpoint before.',
    example: 40,
  })
  @IsNumber()
  afterMinutes: number;

  @ApiPropertyOptional({
    ...{ ...wholeNumber(0, MAX_MINUTES), nullable: true },
    description: 'Minutes after the start before which it should not be reached.',
    example: 30,
  })
  @IsOptional()
  @IsNumber()
  earliestMinutes?: number | null;

  @ApiPropertyOptional({
    ...{ ...wholeNumber(0, MAX_MINUTES), nullable: true },
    description: 'Minutes after the start after which it should not be reached.',
    example: 60,
  })
  @IsOptional()
  @IsNumber()
  latestMinutes?: number | null;
}

@ApiSchema({ name: 'RouteTemplateRequest' })
export class RouteTemplateRequest {
  @ApiProperty({ ...text(100), description: 'The name of each route.', example: 'Morning bread' })
  @IsString()
  name: string;

  @ApiProperty({ ...text(255), description: 'Where it begins.', example: 'Distrito Industrial' })
  @IsString()
  origin: string;

  @ApiProperty({ ...text(255), description: 'Where it ends.', example: 'Centro' })
  @IsString()
  destination: string;

  @ApiProperty({
    type: [CheckpointTemplateRequest],
    minItems: 1,
    maxItems: MAX_CHECKPOINTS,
    description: 'The checkpoints in their order.',
  })
  @IsArray(MUST_BE_LIST)
  @IsObject({ each: true, ...MUST_BE_OBJECT })
  @ValidateNested({ each: true })
  @Type(() => CheckpointTemplateRequest)
  checkpoints: CheckpointTemplateRequest[];
}

@ApiSchema({ name: 'ScheduleTemplateRequest' })
export class ScheduleTemplateRequest implements GivenTemplate {
  @ApiProperty({ type: RouteTemplateRequest, description: 'The route of each occurrence.' })
  @IsObject(MUST_BE_OBJECT)
  @ValidateNested()
  @Type(() => RouteTemplateRequest)
  route: RouteTemplateRequest;

  @ApiProperty({
    type: [DeliveryTemplateRequest],
    maxItems: MAX_DELIVERIES,
    description: 'The deliveries of each occurrence.',
  })
  @IsArray(MUST_BE_LIST)
  @IsObject({ each: true, ...MUST_BE_OBJECT })
  @ValidateNested({ each: true })
  @Type(() => DeliveryTemplateRequest)
  deliveries: DeliveryTemplateRequest[];
}
