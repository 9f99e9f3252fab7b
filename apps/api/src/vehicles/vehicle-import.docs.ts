import { applyDecorators } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import { operation } from '@fleet/api/http/openapi/operation';
import { ImportReportResponse } from './vehicle-import.responses';

const FILE = `plate,model,year,mileage,lastMaintenanceDate
IMP1A01,Fiat Toro,2023,12850,2025-08-18
IMP1A02,"Volkswagen Delivery 9.170, baú",2021,88410,
IMP1A03,Honda CG 160,2024,,
`;

// The plainest header; the description names what else is taken.
const HEADER = String.raw`^plate,model,year(?:,mileage)?(?:,lastMaintenanceDate)?\r?\n`;

export const importFile = applyDecorators(
  operation({
    id: 'importVehicles',
    summary: 'Import vehicles from a CSV file',
    description:
      'Takes in a file of any length, row by row; a bad row never stops the others, and the report says what has become ' +
      'of each. Sending a file once more is harmless. Try it with `dryRun=true` first.',
    answer: {
      status: 200,
      description: 'What has become of the rows.',
      type: ImportReportResponse,
      example: {
        total: 3,
        created: 1,
        updated: 0,
        skipped: 1,
        failed: 1,
        errors: [{ line: 4, field: 'year', message: 'must be a whole number' }],
      },
    },
    problems: ['VALIDATION_FAILED', 'CONCURRENT_UPDATE'],
  }),
  ApiConsumes('text/csv'),
  ApiBody({
    description:
      'The first line names the columns, in any order: `plate`, `model` and `year` are needed, `mileage` and ' +
      '`lastMaintenanceDate` may be there, others are ignored. Comma or semicolon, quotes as in RFC 4180, UTF-8.',
    schema: { type: 'string', pattern: HEADER },
    examples: { vehicles: { summary: 'Three vehicles', value: FILE } },
  }),
);
