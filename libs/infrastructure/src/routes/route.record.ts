import { EntitySchema } from 'typeorm';
import { RouteStatus } from '@fleet/domain/routes/route-status';

export interface RouteRecord {
  id: string;
  name: string;
  origin: string;
  destination: string;
  scheduledStart: Date;
  scheduledEnd: Date | null;
  status: RouteStatus;
  /** JSON, as readers see it. */
  checkpoints: string;
  activatedAt: Date | null;
  endedAt: Date | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export const RouteSchema = new EntitySchema<RouteRecord>({
  name: 'Route',
  tableName: 'Routes',
  columns: {
    id: { name: 'Id', type: 'uniqueidentifier', primary: true },
    name: { name: 'Name', type: 'nvarchar', length: 100 },
    origin: { name: 'Origin', type: 'nvarchar', length: 255 },
    destination: { name: 'Destination', type: 'nvarchar', length: 255 },
    scheduledStart: { name: 'ScheduledStart', type: 'datetime2', precision: 3 },
    scheduledEnd: { name: 'ScheduledEnd', type: 'datetime2', precision: 3, nullable: true },
    status: { name: 'Status', type: 'nvarchar', length: 20 },
    checkpoints: { name: 'Checkpoints', type: 'nvarchar', length: 'MAX' },
    activatedAt: { name: 'ActivatedAt', type: 'datetime2', precision: 3, nullable: true },
    endedAt: { name: 'EndedAt', type: 'datetime2', precision: 3, nullable: true },
    version: { name: 'Version', type: 'int' },
    createdAt: { name: 'CreatedAt', type: 'datetime2', precision: 3 },
    updatedAt: { name: 'UpdatedAt', type: 'datetime2', precision: 3 },
  },
});

/** One word that `q` finds a route by. */
export interface RouteTermRecord {
  term: string;
  routeId: string;
}

export const RouteTermSchema = new EntitySchema<RouteTermRecord>({
  name: 'RouteTerm',
  tableName: 'RouteTerms',
  columns: {
    term: { name: 'Term', type: 'nvarchar', length: 100, primary: true },
    routeId: { name: 'RouteId', type: 'uniqueidentifier', primary: true },
  },
});
