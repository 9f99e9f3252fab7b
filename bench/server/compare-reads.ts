import mssql from 'mssql';
import { equal } from 'node:assert/strict';
import { DataSource } from 'typeorm';
import { SqlServerDriver } from 'typeorm/driver/sqlserver/SqlServerDriver';
import { sqlServer } from '@fleet/infrastructure/shared/database/dialect';
import { ReadDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { fleetVehicle } from '../database/fleet-data';
import { median } from '../load/median';
import { VEHICLES } from './fill-vehicles';

const SELECT = `SELECT Id AS "id", Plate AS "plate", Model AS "model", Year AS "year", Mileage AS "mileage",
  LastMaintenanceDate AS "lastMaintenanceDate", NextMaintenanceDate AS "nextMaintenanceDate", Status AS "status",
  Version AS "version", CreatedAt AS "createdAt", UpdatedAt AS "updatedAt" FROM Vehicles`;
const FIRST = `${SELECT} ORDER BY Plate ASC, Id ASC ${sqlServer.firstRows}`;

interface Read {
  readonly name: string;
  readonly text: string;
  readonly parameters: readonly (string | number)[];
  readonly rows: number;
  /** How often it is asked in one turn. */
  readonly times: number;
}

const READS: readonly Read[] = [
  { name: 'one vehicle', text: `${SELECT} WHERE Id = ?`, parameters: [fleetVehicle(7).id], rows: 1, times: 100 },
  { name: 'a list of 50', text: FIRST, parameters: [50], rows: 50, times: 50 },
  { name: 'a list of 200', text: FIRST, parameters: [200], rows: 200, times: 20 },
  { name: '5,000 vehicles', text: FIRST, parameters: [VEHICLES], rows: VEHICLES, times: 2 },
];

const WARM_UP = 3;
const TURNS = 21;

/** Asks for rows, and says how many there were. */
type Reader = (text: string, parameters: readonly (string | number)[]) => Promise<number>;

export interface ReadResult {
  readonly name: string;
  /** Rows a second, the median of the turns. */
  readonly product: number;
  readonly raw: number;
  /** The median of the turns' own ratios. */
  readonly ratio: number;
}

/** The driver alone, with the pool of the product's own connections. */
export function rawReader(dataSource: DataSource): Reader {
  const pool = (dataSource.driver as SqlServerDriver).master as mssql.ConnectionPool;
  return async (text, parameters) => {
    const request = new mssql.Request(pool);
    parameters.forEach((value, index) => request.input(String(index), value));
    return (await request.query(sqlServer.statement(text))).recordset.length;
  };
}

export async function compareReads(product: ReadDatabase, raw: Reader): Promise<ReadResult[]> {
  const asProduct: Reader = async (text, parameters) => (await product.query<object>(text, parameters)).length;
  const results: ReadResult[] = [];
  for (const read of READS) results.push(await compare(read, asProduct, raw));
  return results;
}

async function compare(read: Read, product: Reader, raw: Reader): Promise<ReadResult> {
  const speeds: [number[], number[]] = [[], []];
  for (let turn = 0; turn < WARM_UP + TURNS; turn++) {
    // Whoever comes second would have what the first has warmed.
    const order = turn % 2 === 0 ? [0, 1] : [1, 0];
    for (const who of order) {
      const speed = await rowsASecond(read, who === 0 ? product : raw);
      if (turn >= WARM_UP) speeds[who]!.push(speed);
    }
  }
  const [ofProduct, ofRaw] = speeds;
  const ratio = median(ofProduct.map((speed, turn) => speed / ofRaw[turn]!));
  return { name: read.name, product: median(ofProduct), raw: median(ofRaw), ratio };
}

async function rowsASecond({ text, parameters, rows, times }: Read, reader: Reader): Promise<number> {
  const from = performance.now();
  for (let time = 0; time < times; time++) equal(await reader(text, parameters), rows);
  return (rows * times * 1_000) / (performance.now() - from);
}
