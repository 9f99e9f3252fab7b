import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString } from 'class-validator';
import { DRIVER_SORTS, DriverSort } from '@fleet/application/drivers/driver.queries';
import { DRIVER_NAME_MAX_LENGTH } from '@fleet/domain/drivers/driver';
import { LICENSE_NUMBER_MAX_LENGTH } from '@fleet/domain/drivers/license-number';
import { BooleanParameter } from '@fleet/api/http/fields';
import { filterText, phone, text } from '@fleet/api/http/openapi/value-schemas';
import { PageQuery } from '@fleet/api/http/page.query';
import { sortValues } from '@fleet/api/http/sort';

/** What a driver is registered with, and what may be changed later. */
export class DriverRequest {
  @ApiProperty({
    ...text(DRIVER_NAME_MAX_LENGTH),
    description: 'The name: 1 to 100 characters.',
    example: 'Gilberto Moraes',
  })
  @IsString()
  name: string;

  @ApiProperty({
    ...text(LICENSE_NUMBER_MAX_LENGTH),
    description:
      'The number of the driving licence: 1 to 20 characters, kept as typed. It must be new, in whatever case.',
    example: 'CNH-NEW-0001',
  })
  @IsString()
  licenseNumber: string;

  @ApiProperty({
    ...phone,
    description:
      'The phone number: digits, spaces and `+ - ( )`, with 8 to 15 digits among them, at most 25 characters, kept as typed.',
    example: '+55 (19) 90000-0007',
  })
  @IsString()
  phone: string;
}

export class ListDriversQuery extends PageQuery {
  @ApiPropertyOptional({ type: 'boolean', description: 'Only drivers who are active, or only those who are not.' })
  @IsOptional()
  @BooleanParameter()
  @IsBoolean()
  active?: boolean;

  @ApiPropertyOptional({
    type: 'boolean',
    description: 'Only drivers who are active and on no trip, or only those who are not.',
  })
  @IsOptional()
  @BooleanParameter()
  @IsBoolean()
  available?: boolean;

  @ApiPropertyOptional({
    ...filterText(),
    description: 'Only the driver with exactly this licence number, in whatever case.',
    example: 'CNH-EX-0001',
  })
  @IsOptional()
  @IsString()
  licenseNumber?: string;

  @ApiPropertyOptional({
    ...filterText(),
    description:
      'Only drivers that every word of this finds: a word finds what the licence number, or a word of the name, begins ' +
      'with. Case and accents do not matter. Of each word the first 12 letters count, and words of one letter are passed ' +
      'over: one word of two letters is needed.',
    example: 'ana sou',
  })
  @IsOptional()
  @IsString()
  q?: string;

  @ApiPropertyOptional({
    enum: sortValues(DRIVER_SORTS),
    default: 'createdAt',
    description: 'The order of the list; a leading `-` turns it round.',
  })
  @IsOptional()
  @IsIn(sortValues(DRIVER_SORTS))
  sort: DriverSort | `-${DriverSort}` = 'createdAt';
}
