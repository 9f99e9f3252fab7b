import { EntitySchema } from 'typeorm';

export interface ScheduleRecord {
  id: string;
  name: string;
  rule: string;
  timeZone: string;
  startsAt: string;
  /** Sealed JSON. */
  template: string;
  active: boolean;
  createdUntil: Date;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export const ScheduleSchema = new EntitySchema<ScheduleRecord>({
  name: 'Schedule',
  tableName: 'Schedules',
  columns: {
    id: { name: 'Id', type: 'uniqueidentifier', primary: true },
    name: { name: 'Name', type: 'nvarchar', length: 100 },
    rule: { name: 'RecurrenceRule', type: 'nvarchar', length: 500 },
    timeZone: { name: 'TimeZone', type: 'nvarchar', length: 64 },
    startsAt: { name: 'StartsAt', type: 'nvarchar', length: 16 },
    template: { name: 'Template', type: 'nvarchar', length: 'max' },
    active: { name: 'Active', type: Boolean },
    createdUntil: { name: 'CreatedUntil', type: 'datetime2', precision: 3 },
    version: { name: 'Version', type: 'int' },
    createdAt: { name: 'CreatedAt', type: 'datetime2', precision: 3 },
    updatedAt: { name: 'UpdatedAt', type: 'datetime2', precision: 3 },
  },
});

/** One word that `q` finds a schedule by. */
export interface ScheduleTermRecord {
  term: string;
  scheduleId: string;
}

export const ScheduleTermSchema = new EntitySchema<ScheduleTermRecord>({
  name: 'ScheduleTerm',
  tableName: 'ScheduleTerms',
  columns: {
    term: { name: 'Term', type: 'nvarchar', length: 100, primary: true },
    scheduleId: { name: 'ScheduleId', type: 'uniqueidentifier', primary: true },
  },
});
