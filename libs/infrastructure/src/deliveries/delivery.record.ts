import { EntitySchema } from 'typeorm';
import { DeliveryStatus } from '@fleet/domain/deliveries/delivery-status';
import { Priority } from '@fleet/domain/shared/delivery-needs';

/** Its texts of the customer and of the proof are sealed in the table. */
export interface DeliveryRecord {
  id: string;
  routeId: string;
  reference: string | null;
  vehicleId: string | null;
  driverId: string | null;
  customerName: string | null;
  customerPhone: string | null;
  customerAddress: string | null;
  /** A keyed hash that is the same for the same customer. */
  customerKey: string | null;
  priority: Priority;
  promisedBy: Date | null;
  /** JSON, as readers see it; so are the others below. */
  requirements: string;
  predecessors: string;
  status: DeliveryStatus;
  attempt: number;
  slotStart: Date;
  slotEnd: Date;
  tripId: string | null;
  reached: string;
  incidents: string;
  openIncidents: number;
  proof: string | null;
  reason: string | null;
  notes: string | null;
  /** Kilometres. */
  distance: number | null;
  delayMinutes: number | null;
  deliveredAt: Date | null;
  lateMinutes: number | null;
  version: number;
  createdAt: Date;
  updatedAt: Date;
}

export const DeliverySchema = new EntitySchema<DeliveryRecord>({
  name: 'Delivery',
  tableName: 'Deliveries',
  columns: {
    id: { name: 'Id', type: 'uniqueidentifier', primary: true },
    routeId: { name: 'RouteId', type: 'uniqueidentifier' },
    reference: { name: 'Reference', type: 'nvarchar', length: 50, nullable: true },
    vehicleId: { name: 'VehicleId', type: 'uniqueidentifier', nullable: true },
    driverId: { name: 'DriverId', type: 'uniqueidentifier', nullable: true },
    customerName: { name: 'CustomerName', type: 'nvarchar', length: 600, nullable: true },
    customerPhone: { name: 'CustomerPhone', type: 'nvarchar', length: 300, nullable: true },
    customerAddress: { name: 'CustomerAddress', type: 'nvarchar', length: 1300, nullable: true },
    customerKey: { name: 'CustomerKey', type: 'nvarchar', length: 43, nullable: true },
    priority: { name: 'Priority', type: 'nvarchar', length: 10 },
    promisedBy: { name: 'PromisedBy', type: 'datetime2', precision: 3, nullable: true },
    requirements: { name: 'Requirements', type: 'nvarchar', length: 100 },
    predecessors: { name: 'Predecessors', type: 'nvarchar', length: 1000 },
    status: { name: 'Status', type: 'nvarchar', length: 20 },
    attempt: { name: 'Attempt', type: 'int' },
    slotStart: { name: 'SlotStart', type: 'datetime2', precision: 3 },
    slotEnd: { name: 'SlotEnd', type: 'datetime2', precision: 3 },
    tripId: { name: 'TripId', type: 'uniqueidentifier', nullable: true },
    reached: { name: 'Reached', type: 'nvarchar', length: 'MAX' },
    incidents: { name: 'Incidents', type: 'nvarchar', length: 'MAX' },
    openIncidents: { name: 'OpenIncidents', type: 'int' },
    proof: { name: 'Proof', type: 'nvarchar', length: 'MAX', nullable: true },
    reason: { name: 'Reason', type: 'nvarchar', length: 30, nullable: true },
    notes: { name: 'Notes', type: 'nvarchar', length: 500, nullable: true },
    distance: { name: 'Distance', type: 'int', nullable: true },
    delayMinutes: { name: 'DelayMinutes', type: 'int', nullable: true },
    deliveredAt: { name: 'DeliveredAt', type: 'datetime2', precision: 3, nullable: true },
    lateMinutes: { name: 'LateMinutes', type: 'int', nullable: true },
    version: { name: 'Version', type: 'int' },
    createdAt: { name: 'CreatedAt', type: 'datetime2', precision: 3 },
    updatedAt: { name: 'UpdatedAt', type: 'datetime2', precision: 3 },
  },
});
