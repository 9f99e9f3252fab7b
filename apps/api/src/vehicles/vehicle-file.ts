import { VehicleRow } from '@fleet/application/vehicles/vehicle-row';
import { readCsv } from '@fleet/api/http/csv-records';
import { VehicleFileHeader } from './vehicle-file-header';

/**
 * Reads a CSV file of vehicles: `plate,model,year,mileage,lastMaintenanceDate` in any order, of which the first three
 * are needed; other columns are ignored.
 *
 * @throws HttpProblemError when the header cannot be used, before the first row
 */
export async function* readVehicles(chunks: AsyncIterable<Buffer>): AsyncGenerator<VehicleRow> {
  let header: VehicleFileHeader | undefined;
  for await (const records of readCsv(chunks)) {
    for (const record of records) {
      if (header) yield header.row(record);
      else header = new VehicleFileHeader(record);
    }
  }
  // A file without any row has no header either, and is refused like one whose header is empty.
  header ??= new VehicleFileHeader({ line: 1, fields: [], faults: [] });
}
