import { Injectable } from '@nestjs/common';
import { Clock } from '@fleet/domain/shared/clock';
import { IdGenerator } from '@fleet/domain/shared/id-generator';
import { parsePlate } from '@fleet/domain/vehicles/plate';
import { PlateTakenError } from '@fleet/domain/vehicles/vehicle.errors';
import { VehicleRepository } from '@fleet/domain/vehicles/vehicle.repository';
import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import { inBatches } from '@fleet/application/shared/in-batches';
import { Settings } from '@fleet/application/shared/settings';
import { UnitOfWork } from '@fleet/application/shared/unit-of-work';
import { ConflictRule, ImportBatch } from './import-batch';
import { ImportReport } from './import-report';
import { Rehearsal } from './rehearsal';
import { VehicleRow } from './vehicle-row';

/** Few enough that the embedded engine, which lets nothing else run meanwhile, is done within some 10 ms. */
const BATCH_ROWS = 128;

export interface ImportOptions {
  readonly onConflict: ConflictRule;
  /** Writes nothing, and reports what a real run at the same moment would. */
  readonly dryRun: boolean;
}

@Injectable()
export class ImportVehicles {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly vehicles: VehicleRepository,
    private readonly clock: Clock,
    private readonly ids: IdGenerator,
    private readonly settings: Settings,
  ) {}

  /**
   * Takes in rows of any number, a batch at a time, each in a transaction of its own. A bad row fails alone.
   *
   * When `rows` fails or the database goes away, the import stops and throws: the batches before are written, the
   * one under way is not at all, and nothing tells how far it came. Sending the same file again is harmless and
   * completes it: rows that are in by then are skipped (or, with `update`, found unchanged).
   *
   * @throws UnavailableError, ConcurrentUpdateError, and whatever `rows` throws
   */
  async execute(rows: AsyncIterable<VehicleRow>, { onConflict, dryRun }: ImportOptions): Promise<ImportReport> {
    const report = new ImportReport();
    const rehearsal = dryRun ? new Rehearsal() : null;
    for await (const batch of inBatches(rows, BATCH_ROWS)) report.add(await this.import(batch, onConflict, rehearsal));
    return report;
  }

  private async import(
    rows: readonly VehicleRow[],
    onConflict: ConflictRule,
    rehearsal: Rehearsal | null,
  ): Promise<ImportReport> {
    // A batch that loses a race is done again from its beginning: only what comes out of it in the end counts.
    const { added, changed, report } = await this.unitOfWork.run(() => this.take(rows, onConflict, rehearsal));
    rehearsal?.keep([...added, ...changed]);
    return report;
  }

  private async take(
    rows: readonly VehicleRow[],
    onConflict: ConflictRule,
    rehearsal: Rehearsal | null,
  ): Promise<ImportBatch> {
    const plates = platesOf(rows);
    const stored = await this.vehicles.findByPlates(plates);
    const known = rehearsal ? rehearsal.find(plates, stored) : stored;
    const policy = { now: this.clock.now(), maintenanceIntervalDays: this.settings.maintenanceIntervalDays };
    const batch = new ImportBatch(known, onConflict, policy, this.ids);
    for (const row of rows) batch.take(row);
    if (!rehearsal) await this.write(batch);
    return batch;
  }

  private async write({ added, changed }: ImportBatch): Promise<void> {
    try {
      await this.vehicles.addMany(added);
      for (const vehicle of changed) await this.vehicles.update(vehicle);
    } catch (error) {
      // Somebody else has registered one of the plates meanwhile: look again, and it is a conflict like any other.
      throw error instanceof PlateTakenError ? new ConcurrentUpdateError() : error;
    }
  }
}

/** The plates of the rows, each once. */
function platesOf(rows: readonly VehicleRow[]): string[] {
  const plates = rows.map(({ fields }) => fields && parsePlate(fields.plate));
  return [...new Set(plates)].filter((plate) => plate !== null);
}
