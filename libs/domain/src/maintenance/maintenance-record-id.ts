/** A maintenance record's identity: a UUID in lower case. */
export type MaintenanceRecordId = string;
