import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { FieldFault, InvalidFieldsError } from '@fleet/domain/shared/invalid-fields.error';
import { parsePlate } from '@fleet/domain/vehicles/plate';
import { MaintenancePolicy, Vehicle } from '@fleet/domain/vehicles/vehicle';
import { ImportReport } from './import-report';
import { VehicleRow, VehicleRowFields } from './vehicle-row';

export const CONFLICT_RULES = ['skip', 'update', 'fail'] as const;

/** What happens to a row whose plate the fleet has already, or an earlier row of the file. */
export type ConflictRule = (typeof CONFLICT_RULES)[number];

const PLATE_TAKEN: FieldFault = {
  field: 'plate',
  message: 'is already taken, by a vehicle of the fleet or by an earlier row of this file',
};

/** Decides what a batch of rows comes to. Whoever asked writes `added` and `changed`, or does not. */
export class ImportBatch {
  readonly report = new ImportReport();
  readonly added: Vehicle[] = [];
  private readonly updated = new Set<Vehicle>();
  private readonly fleet: Map<string, Vehicle>;

  /** @param known the vehicles that have one of the batch's plates */
  constructor(
    known: readonly Vehicle[],
    private readonly onConflict: ConflictRule,
    private readonly policy: MaintenancePolicy,
    private readonly ids: IdGenerator,
  ) {
    this.fleet = new Map(known.map((vehicle) => [vehicle.snapshot().plate, vehicle]));
  }

  /** The known vehicles that are no longer as they were. */
  get changed(): Vehicle[] {
    return [...this.updated].filter((vehicle) => vehicle.storedVersion > 0);
  }

  take({ line, fields, faults }: VehicleRow): void {
    if (!fields) return this.report.fail(line, faults);
    const known = this.fleet.get(parsePlate(fields.plate) ?? '');
    const found = known && this.onConflict === 'update' ? this.update(known, fields) : this.register(known, fields);
    if (typeof found === 'string') return this.report.count(found);
    // The reader's words are closer to the file than the domain's on the same field.
    const others = found.filter(({ field }) => !faults.some((fault) => fault.field === field));
    this.report.fail(line, [...faults, ...others]);
  }

  private register(known: Vehicle | undefined, fields: VehicleRowFields): 'created' | 'skipped' | FieldFault[] {
    const taken = known && this.onConflict === 'fail' ? [PLATE_TAKEN] : [];
    try {
      const vehicle = Vehicle.register({ id: this.ids.next(), ...fields }, this.policy);
      if (taken.length > 0) return taken;
      if (known) return 'skipped';
      this.added.push(vehicle);
      this.fleet.set(vehicle.snapshot().plate, vehicle);
      return 'created';
    } catch (error) {
      return [...faultsOf(error), ...taken];
    }
  }

  /** A row that says what is known already changes nothing, and counts as skipped. */
  private update(known: Vehicle, fields: VehicleRowFields): 'updated' | 'skipped' | FieldFault[] {
    const { version } = known;
    try {
      known.bringUpToDate(fields, this.policy);
    } catch (error) {
      return faultsOf(error);
    }
    if (known.version === version) return 'skipped';
    this.updated.add(known);
    return 'updated';
  }
}

function faultsOf(error: unknown): FieldFault[] {
  if (!(error instanceof InvalidFieldsError)) throw error;
  return [...error.faults];
}
