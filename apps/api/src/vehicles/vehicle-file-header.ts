import { VehicleRow } from '@fleet/application/vehicles/vehicle-row';
import { FieldFault } from '@fleet/domain/shared/invalid-fields.error';
import { CsvCells } from '@fleet/api/http/csv-cells';
import { CsvRecord } from '@fleet/api/http/csv-records';
import { HttpProblemError } from '@fleet/api/http/http-problem.error';
import { validationFailed } from '@fleet/api/http/to-problem';

const REQUIRED = ['plate', 'model', 'year'];
/** More, or longer names, is no list of vehicles; every fault of every row would name them. */
const MAX_COLUMNS = 200;
const MAX_NAME_LENGTH = 100;
const MAX_FAULTS_A_ROW = 20;
const COLUMNS = [...REQUIRED, 'mileage', 'lastMaintenanceDate'];

/** Knows where the columns of a file of vehicles stand. */
export class VehicleFileHeader {
  private readonly names: readonly string[];
  private readonly places: ReadonlyMap<string, number>;

  /** @throws HttpProblemError when a needed column is missing, or one that is read stands twice */
  constructor(record: CsvRecord) {
    const { fields, faults: unreadable } = record;
    if (!fields || unreadable.length > 0) throw refused(unreadable.map(({ message }) => unreadableHeader(message)));
    if (fields.length > MAX_COLUMNS) throw refused([headerFault(`has more than ${MAX_COLUMNS} columns`)]);
    if (fields.some((name) => name.length > MAX_NAME_LENGTH)) {
      throw refused([headerFault(`has a column name of more than ${MAX_NAME_LENGTH} characters`)]);
    }
    const lowered = fields.map((name) => name.trim().toLowerCase());
    const faults = COLUMNS.flatMap((column) => columnFaults(column, lowered));
    if (faults.length > 0) throw refused(faults);
    this.names = fields.map((name) => name.trim());
    this.places = new Map(COLUMNS.map((column) => [column, lowered.indexOf(column.toLowerCase())]));
  }

  row({ line, fields, faults }: CsvRecord): VehicleRow {
    const found = faults
      .slice(0, MAX_FAULTS_A_ROW)
      .map(({ column, message }) => ({ field: this.names[column ?? -1] ?? '', message }));
    if (!fields) return { line, fields, faults: found };
    const [has, wanted] = [fields.length, this.names.length];
    if (has !== wanted) return { line, fields: null, faults: [wrongLength(has, wanted), ...found] };
    return this.vehicleRow(line, new CsvCells(fields, this.places, found));
  }

  private vehicleRow(line: number, cells: CsvCells): VehicleRow {
    const fields = {
      plate: cells.text('plate'),
      model: cells.text('model'),
      year: cells.wholeNumber('year') ?? cells.missing('year'),
      mileage: cells.wholeNumber('mileage'),
      lastMaintenanceDate: cells.instant('lastMaintenanceDate'),
    };
    return { line, fields, faults: cells.faults };
  }
}

function columnFaults(column: string, names: readonly string[]): FieldFault[] {
  const count = names.filter((name) => name === column.toLowerCase()).length;
  if (count > 1) return [{ field: column, message: 'stands more than once in the header row' }];
  return count === 0 && REQUIRED.includes(column)
    ? [{ field: column, message: 'is missing in the header row: its first line must name the columns' }]
    : [];
}

function wrongLength(has: number, wanted: number): FieldFault {
  const message = `the row has ${has} values and the header ${wanted}: a value with a delimiter in it needs quotes`;
  return { field: '', message };
}

function unreadableHeader(message: string): FieldFault {
  return headerFault(`cannot be read: a column's name ${message}`);
}

function headerFault(message: string): FieldFault {
  return { field: '', message: `the header row ${message}` };
}

function refused(faults: FieldFault[]): HttpProblemError {
  return new HttpProblemError(validationFailed(faults));
}
