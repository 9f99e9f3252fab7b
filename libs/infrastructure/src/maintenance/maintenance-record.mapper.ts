import { MaintenanceRecord } from '@fleet/domain/maintenance/maintenance-record';
import { Money } from '@fleet/domain/maintenance/money';
import { MaintenanceRecordRecord } from './maintenance-record.record';

export function toMaintenanceRecord(record: MaintenanceRecordRecord): MaintenanceRecord {
  return MaintenanceRecord.restore({
    ...record,
    id: record.id.toLowerCase(),
    vehicleId: record.vehicleId.toLowerCase(),
    // Both drivers read a decimal as a number; its shortest text is the decimal again.
    cost: Money.fromDecimal(String(record.cost)),
  });
}

export function toMaintenanceRecordRecord(record: MaintenanceRecord): MaintenanceRecordRecord {
  const { cost, ...fields } = record.snapshot();
  return { ...fields, cost: cost.toDecimal() };
}
