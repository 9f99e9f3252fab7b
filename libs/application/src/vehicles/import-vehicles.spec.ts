import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { Vehicle } from '@fleet/domain/vehicles/vehicle';
import { FixedClock, FixedId, SingleTry } from '@fleet/tests/builders/fake-ports';
import { FleetInMemory } from '@fleet/tests/builders/fleet-in-memory';
import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import { VehicleBuilder } from '@fleet/tests/builders/vehicle.builder';
import { CONFLICT_RULES, ConflictRule } from './import-batch';
import { ImportReport } from './import-report';
import { ImportVehicles } from './import-vehicles';
import { VehicleRow, VehicleRowFields } from './vehicle-row';

const SETTINGS = {
  maintenanceIntervalDays: 90,
  maintenanceDaysThreshold: 3,
  assignmentBufferMinutes: 0,
  timeZone: 'UTC',
  scheduleAheadDays: 7,
};

/** Runs every piece of work twice, as if the first try had lost a race at its commit. */
class SecondTry extends UnitOfWork {
  constructor(private readonly fleet: FleetInMemory) {
    super();
  }

  async run<T>(work: () => Promise<T>): Promise<T> {
    const before = new Map(this.fleet.snapshots);
    await work();
    this.fleet.snapshots = before;
    return work();
  }
}

type Options = { onConflict?: ConflictRule; dryRun?: boolean; unitOfWork?: UnitOfWork };

function importInto(fleet: FleetInMemory, rows: readonly VehicleRow[], options: Options = {}): Promise<ImportReport> {
  const { onConflict = 'skip', dryRun = false, unitOfWork = new SingleTry() } = options;
  const useCase = new ImportVehicles(unitOfWork, fleet, new FixedClock(), new FixedId('some-id'), SETTINGS);
  return useCase.execute(oneByOne(rows), { onConflict, dryRun });
}

async function* oneByOne(rows: readonly VehicleRow[], end?: Error): AsyncGenerator<VehicleRow> {
  yield* rows;
  if (end) throw end;
}

/** Rows from line 2 on; each is `plate` or some fields. */
function file(...fields: (string | Partial<VehicleRowFields>)[]): VehicleRow[] {
  const plain = { plate: 'P', model: 'Uno', year: 2020, mileage: null, lastMaintenanceDate: null };
  return fields.map((given, index) => ({
    line: index + 2,
    fields: { ...plain, ...(typeof given === 'string' ? { plate: given } : given) },
    faults: [],
  }));
}

/** So many rows that what follows is in another batch. */
const filler = (name: string) => Array.from({ length: 300 }, (_, index) => `${name}${index}`);

const known = () => new VehicleBuilder().withPlate('KNOWN').withModel('Uno').withYear(2020).withMileage(500);
const counts = ({ errors: _, ...rest }: ImportReport) => ({ ...rest });
const named = ({ errors }: ImportReport) => errors.map(({ line, field, message }) => `${line} ${field} ${message}`);

describe('importing vehicles', () => {
  it('registers a vehicle for each row', async () => {
    const fleet = new FleetInMemory();
    const report = await importInto(fleet, file('abc-1', { plate: 'B', mileage: 7, lastMaintenanceDate: EARLIER }));
    expect(report).toEqual({ total: 2, created: 2, updated: 0, skipped: 0, failed: 0, errors: [] });
    expect(fleet.get('ABC-1')).toMatchObject({ mileage: 0, lastMaintenanceDate: NOW, status: 'Available', version: 1 });
    expect(fleet.get('B')).toMatchObject({ mileage: 7, lastMaintenanceDate: EARLIER });
  });

  it('lets a bad row fail alone, and names every fault of it', async () => {
    const fleet = new FleetInMemory();
    const report = await importInto(fleet, file('A', { plate: 'A B', model: ' ', year: 1899, mileage: -1 }, 'C'));
    expect(counts(report)).toEqual({ total: 3, created: 2, updated: 0, skipped: 0, failed: 1 });
    expect(named(report)).toEqual([
      '3 plate must consist of letters A-Z, digits and hyphens',
      '3 model is required',
      '3 year must be between 1900 and 2027',
      '3 mileage must be between 0 and 9999999',
    ]);
  });

  it("passes on what the reader found, in the reader's words, and what else is wrong with the row", async () => {
    const [row] = file({ year: NaN, model: '' });
    const report = await importInto(new FleetInMemory(), [
      { ...row!, faults: [{ field: 'year', message: 'is no number' }] },
      { line: 9, fields: null, faults: [{ field: '', message: 'cannot be read' }] },
    ]);
    expect(named(report)).toEqual(['2 year is no number', '2 model is required', '9  cannot be read']);
    expect(report.failed).toBe(2);
  });

  it.each(CONFLICT_RULES)('takes nothing from a row with any fault, with %s', async (onConflict) => {
    const fleet = new FleetInMemory(known().build());
    const faults = [{ field: 'color', message: 'cannot be read' }];
    const rows = file('NEW', { plate: 'KNOWN', model: 'Gol' }).map((row) => ({ ...row, faults }));
    const report = await importInto(fleet, [...rows, ...file('OTHER')], { onConflict });
    expect(counts(report)).toEqual({ total: 3, created: 1, updated: 0, skipped: 0, failed: 2 });
    expect([...fleet.snapshots.keys()]).toEqual(['KNOWN', 'OTHER']);
    expect(fleet.get('KNOWN')).toMatchObject({ model: 'Uno', version: 1 });
  });

  it('names the first 1,000 faults and counts all rows', async () => {
    const bad = Array.from({ length: 700 }, () => ({ model: '', year: 0 }));
    const report = await importInto(new FleetInMemory(), file(...bad));
    expect(counts(report)).toEqual({ total: 700, created: 0, updated: 0, skipped: 0, failed: 700 });
    expect(report.errors).toHaveLength(1_000);
    expect(report.errors.at(-1)).toMatchObject({ line: 501, field: 'year' });
  });

  it('works in batches of their own, and writes no half batch when the rows break off', async () => {
    const fleet = new FleetInMemory();
    const useCase = new ImportVehicles(new SingleTry(), fleet, new FixedClock(), new FixedId('id'), SETTINGS);
    const rows = oneByOne(file(...filler('A')), new Error('the client went away'));
    await expect(useCase.execute(rows, { onConflict: 'skip', dryRun: false })).rejects.toThrow('the client went away');
    expect(fleet.snapshots.size).toBe(256);
  });
});

describe('a plate that is known already', () => {
  it.each(['skip', 'fail'] as const)('is left alone with %s, whatever its case', async (onConflict) => {
    const fleet = new FleetInMemory(known().build());
    const report = await importInto(fleet, file({ plate: ' known ', model: 'Gol' }), { onConflict });
    expect(counts(report)).toMatchObject({ total: 1, created: 0, [onConflict === 'skip' ? 'skipped' : 'failed']: 1 });
    expect(report.errors.map(({ field }) => field)).toEqual(onConflict === 'skip' ? [] : ['plate']);
    expect(fleet.get('KNOWN')).toMatchObject({ model: 'Uno', version: 1 });
  });

  it('fails beside the other faults of its row', async () => {
    const fleet = new FleetInMemory(known().build());
    const report = await importInto(fleet, file({ plate: 'KNOWN', model: '' }), { onConflict: 'fail' });
    expect(report.errors.map(({ field }) => field)).toEqual(['model', 'plate']);
  });

  it('is a bad row with skip, too, when the row is bad', async () => {
    const report = await importInto(new FleetInMemory(known().build()), file({ plate: 'KNOWN', year: 0 }));
    expect(counts(report)).toMatchObject({ skipped: 0, failed: 1 });
  });

  it('is brought up to date with update', async () => {
    const fleet = new FleetInMemory(known().build());
    const row = { plate: 'KNOWN', model: 'Gol', mileage: 600, lastMaintenanceDate: NOW };
    const report = await importInto(fleet, file(row), { onConflict: 'update' });
    expect(counts(report)).toMatchObject({ updated: 1, failed: 0 });
    expect(fleet.get('KNOWN')).toMatchObject({ model: 'Gol', mileage: 600, lastMaintenanceDate: NOW, version: 3 });
  });

  it('is skipped with update when the row brings nothing new', async () => {
    const fleet = new FleetInMemory(known().build());
    const older = new Date(0);
    const rows = file('KNOWN', { plate: 'KNOWN', mileage: 500, lastMaintenanceDate: older });
    expect(counts(await importInto(fleet, rows, { onConflict: 'update' }))).toMatchObject({ updated: 0, skipped: 2 });
    expect(fleet.get('KNOWN').version).toBe(1);
  });

  it('keeps its mileage when the row has a lower one', async () => {
    const fleet = new FleetInMemory(known().build());
    const report = await importInto(fleet, file({ plate: 'KNOWN', mileage: 499 }), { onConflict: 'update' });
    expect(named(report)).toEqual(['2 mileage must not be below the 500 km that the vehicle already has']);
    expect(fleet.get('KNOWN')).toMatchObject({ mileage: 500, version: 1 });
  });

  it('is not taken for another one that is written alike', async () => {
    const fleet = new FleetInMemory(known().withPlate('SS1').build());
    const report = await importInto(fleet, file({ plate: 'ß1', model: 'Gol' }), { onConflict: 'update' });
    expect(report.errors.map(({ field }) => field)).toEqual(['plate']);
    expect(fleet.get('SS1').model).toBe('Uno');
  });
});

describe('a plate that stands twice in the file', () => {
  const twice = [
    { plate: 'TWICE', model: 'Uno', mileage: 500 },
    { plate: 'twice', model: 'Gol', mileage: 600 },
  ];
  const near = file(...twice);
  const far = file(twice[0]!, ...filler('F'), twice[1]!);

  it.each([
    ['skip', 'skipped', 'Uno', 1],
    ['update', 'updated', 'Gol', 2],
    ['fail', 'failed', 'Uno', 1],
  ] as const)('meets itself with %s, in one batch and in two', async (onConflict, outcome, model, version) => {
    for (const rows of [near, far]) {
      const fleet = new FleetInMemory();
      const report = await importInto(fleet, rows, { onConflict });
      expect(counts(report)).toMatchObject({ created: rows.length - 1, [outcome]: 1 });
      expect(fleet.get('TWICE')).toMatchObject({ model, version });
    }
  });
});

describe('a dry run', () => {
  const rows = [
    ...file(
      'NEW',
      'NEW',
      { plate: 'NEW', model: 'Gol', mileage: 9 },
      { plate: 'NEW', mileage: 8 },
      { plate: 'A_', year: 0 },
    ),
    ...file('KNOWN', { plate: 'KNOWN', mileage: 900 }, { plate: 'KNOWN', mileage: 800 }),
    ...file(...filler('F')),
    ...file(
      'NEW',
      { plate: 'NEW', mileage: 8 },
      { plate: 'NEW', model: 'Gol', lastMaintenanceDate: EARLIER },
      'A_',
      'F1',
    ),
    ...file({ plate: 'KNOWN', mileage: 800 }, { plate: 'KNOWN', mileage: 900 }, { plate: 'KNOWN', year: 2021 }),
    ...file(...filler('G'), { plate: 'KNOWN', year: 2021 }, 'G-1', '1G', '01G'),
  ];

  it.each(CONFLICT_RULES)('reports what a real run does with %s, and writes nothing', async (onConflict) => {
    const fleet = new FleetInMemory(known().build());
    const dry = await importInto(fleet, rows, { onConflict, dryRun: true });
    expect([...fleet.snapshots.values()]).toEqual([expect.objectContaining({ plate: 'KNOWN', version: 1 })]);
    const real = await importInto(fleet, rows, { onConflict });
    expect(dry).toEqual(real);
    expect(real.total).toBe(rows.length);
  });
});

describe('a lost race', () => {
  it.each([true, false])('makes no row count twice (dry run: %s)', async (dryRun) => {
    const fleet = new FleetInMemory(known().build());
    const rows = file('A', 'A', { plate: 'KNOWN', mileage: 600 }, { plate: 'X', year: 0 });
    const options = { onConflict: 'update', dryRun, unitOfWork: new SecondTry(fleet) } as const;
    expect(counts(await importInto(fleet, rows, options))).toEqual({
      total: 4,
      created: 1,
      updated: 1,
      skipped: 1,
      failed: 1,
    });
  });

  it('for a plate is one for the unit of work to repeat', async () => {
    const fleet = new FleetInMemory();
    fleet.beforeWriting = () => fleet.put(Vehicle.restore(known().snapshot()));
    await expect(importInto(fleet, file('KNOWN'))).rejects.toThrow(ConcurrentUpdateError);
  });
});
