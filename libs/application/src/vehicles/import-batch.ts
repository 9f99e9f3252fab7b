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

interface Outcome {
  readonly outcome: 'created' | 'updated' | 'skipped';
  readonly vehicle: Vehicle;
}

type Decision = Outcome | { readonly faults: readonly FieldFault[] };

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
    // A row that fails anyway is tried out on a copy, for its other faults.
    const decision = this.decide(known && faults.length > 0 ? Vehicle.restore(known.snapshot()) : known, fields);
    if (faults.length === 0 && 'outcome' in decision) return this.apply(decision);
    // The reader's words are closer to the file than the domain's on the same field.
    const others = 'faults' in decision ? decision.faults.filter(({ field }) => !names(faults, field)) : [];
    this.report.fail(line, [...faults, ...others]);
  }

  private decide(known: Vehicle | undefined, fields: VehicleRowFields): Decision {
    return known && this.onConflict === 'update' ? this.update(known, fields) : this.register(known, fields);
  }

  private register(known: Vehicle | undefined, fields: VehicleRowFields): Decision {
    const taken = known && this.onConflict === 'fail' ? [PLATE_TAKEN] : [];
    try {
      const vehicle = Vehicle.register({ id: this.ids.next(), ...fields }, this.policy);
      return taken.length > 0 ? { faults: taken } : { outcome: known ? 'skipped' : 'created', vehicle };
    } catch (error) {
      return { faults: [...faultsOf(error), ...taken] };
    }
  }

  /** A row that says what is known already changes nothing, and counts as skipped. */
  private update(vehicle: Vehicle, fields: VehicleRowFields): Decision {
    const { version } = vehicle;
    try {
      vehicle.bringUpToDate(fields, this.policy);
      return { outcome: vehicle.version > version ? 'updated' : 'skipped', vehicle };
    } catch (error) {
      return { faults: faultsOf(error) };
    }
  }

  private apply({ outcome, vehicle }: Outcome): void {
    this.report.count(outcome);
    if (outcome === 'updated') this.updated.add(vehicle);
    if (outcome !== 'created') return;
    this.added.push(vehicle);
    this.fleet.set(vehicle.snapshot().plate, vehicle);
  }
}

function faultsOf(error: unknown): readonly FieldFault[] {
  if (error instanceof InvalidFieldsError) return error.faults;
  throw error;
}

function names(faults: readonly FieldFault[], field: string): boolean {
  return faults.some((fault) => fault.field === field);
}
