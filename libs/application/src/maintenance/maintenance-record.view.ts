import { MaintenanceRecord } from '@fleet/domain/maintenance/maintenance-record';

/** A maintenance record as readers see it. Instants are ISO 8601 in UTC. */
export interface MaintenanceRecordView {
  readonly id: string;
  readonly vehicleId: string;
  /** When the work was done. */
  readonly date: string;
  readonly description: string;
  /** In the fleet's currency, with at most two decimals. */
  readonly cost: number;
  readonly createdAt: string;
}

export function maintenanceRecordView(record: MaintenanceRecord): MaintenanceRecordView {
  const { id, vehicleId, date, description, cost, createdAt } = record.snapshot();
  return {
    id,
    vehicleId,
    date: date.toISOString(),
    description,
    cost: cost.toNumber(),
    createdAt: createdAt.toISOString(),
  };
}
