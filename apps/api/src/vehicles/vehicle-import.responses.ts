import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { ImportError, ImportReport, MAX_REPORTED_ERRORS } from '@fleet/application/vehicles/import-report';

@ApiSchema({ name: 'ImportError', description: 'One fault of one row.' })
class ImportErrorResponse implements ImportError {
  @ApiProperty({
    type: 'integer',
    minimum: 1,
    description: 'Where the row begins in the file; the header is line 1.',
    example: 4,
  })
  line: number;

  @ApiProperty({ type: 'string', description: 'The column; empty when it is about the whole row.', example: 'year' })
  field: string;

  @ApiProperty({ type: 'string', description: 'What it must be; for people.', example: 'must be a whole number' })
  message: string;
}

const count = (description: string, example: number) =>
  ({ type: 'integer', minimum: 0, description, example }) as const;

@ApiSchema({ name: 'ImportReport', description: 'What has become of the rows of a file.' })
export class ImportReportResponse implements Pick<
  ImportReport,
  'total' | 'created' | 'updated' | 'skipped' | 'failed' | 'errors'
> {
  @ApiProperty(count('Rows, without the header and blank lines.', 3))
  total: number;

  @ApiProperty(count('Rows that have become new vehicles.', 1))
  created: number;

  @ApiProperty(count('Rows that have changed a vehicle.', 0))
  updated: number;

  @ApiProperty(count('Rows whose plate was known, and whose vehicle was left as it was.', 1))
  skipped: number;

  @ApiProperty(count('Rows that were refused.', 1))
  failed: number;

  @ApiProperty({
    type: [ImportErrorResponse],
    maxItems: MAX_REPORTED_ERRORS,
    description: 'The first 1,000 faults, in the order of the file. A row may have several.',
  })
  errors: ImportErrorResponse[];
}
