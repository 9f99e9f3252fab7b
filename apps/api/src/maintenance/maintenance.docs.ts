import { EXAMPLE_MAINTENANCE_RECORD, EXAMPLE_VEHICLES } from '@fleet/api/http/openapi/examples';
import { operation } from '@fleet/api/http/openapi/operation';
import { VehiclePage, VehicleResponse } from '@fleet/api/vehicles/vehicles.responses';
import { RecordMaintenanceRequest, StartMaintenanceRequest } from './maintenance.dto';
import { MaintenanceCheckResponse, MaintenanceRecordPage, MaintenanceRecordResponse } from './maintenance.responses';

const { available, forWorkshop, inWorkshop } = EXAMPLE_VEHICLES;

export const list = operation({
  id: 'listMaintenanceRecords',
  summary: 'List maintenance records',
  description: 'What has been done on the vehicles, page by page, the newest date in front.',
  answer: {
    status: 200,
    description: 'A page of maintenance records.',
    type: MaintenanceRecordPage,
    example: { items: [EXAMPLE_MAINTENANCE_RECORD], nextCursor: null },
  },
});

export const listUpcoming = operation({
  id: 'listUpcomingMaintenance',
  summary: 'List vehicles that are due',
  description: 'The vehicles whose maintenance is due within some days or overdue, the most urgent in front.',
  answer: {
    status: 200,
    description: 'A page of vehicles that are due.',
    type: VehiclePage,
    example: { items: [available], nextCursor: null },
  },
});

export const get = operation({
  id: 'getMaintenanceRecord',
  summary: 'Get a maintenance record',
  description: 'One maintenance record by its id. It has no version, because it never changes.',
  pathId: { of: 'the maintenance record', example: EXAMPLE_MAINTENANCE_RECORD.id },
  answer: {
    status: 200,
    description: 'The maintenance record.',
    type: MaintenanceRecordResponse,
    example: EXAMPLE_MAINTENANCE_RECORD,
  },
  problems: ['MAINTENANCE_RECORD_NOT_FOUND'],
});

const DONE = {
  vehicleId: inWorkshop.id,
  date: '2025-08-21T15:00:00Z',
  description: 'Clutch replaced, brakes adjusted',
  cost: 1890.9,
};

export const record = operation({
  id: 'recordMaintenance',
  summary: 'Record maintenance',
  description:
    'Keeps what was done on a vehicle, and brings a vehicle that is in the workshop back to work. Its last maintenance ' +
    'date moves forward, never back, and the next one follows.',
  body: {
    type: RecordMaintenanceRequest,
    examples: { done: { summary: 'A vehicle comes back from the workshop', value: DONE } },
  },
  answer: {
    status: 201,
    description: 'The maintenance record.',
    type: MaintenanceRecordResponse,
    example: { ...EXAMPLE_MAINTENANCE_RECORD, ...DONE, date: '2025-08-21T15:00:00.000Z' },
    headers: ['Location'],
  },
  problems: ['VEHICLE_NOT_FOUND', 'CONCURRENT_UPDATE'],
});

export const start = operation({
  id: 'startMaintenance',
  summary: 'Send a vehicle to the workshop',
  description:
    'Takes an available vehicle out of work. Recording its maintenance brings it back. `If-Match` names the version of the vehicle.',
  condition: 'If-Match',
  body: {
    type: StartMaintenanceRequest,
    examples: { start: { summary: 'A vehicle that is available', value: { vehicleId: forWorkshop.id } } },
  },
  answer: {
    status: 200,
    description: 'The vehicle, in maintenance.',
    type: VehicleResponse,
    example: { ...forWorkshop, status: 'InMaintenance', version: 2 },
    headers: ['ETag'],
  },
  problems: ['VEHICLE_NOT_FOUND', 'VEHICLE_NOT_AVAILABLE'],
});

export const check = operation({
  id: 'checkMaintenance',
  summary: 'Run the maintenance check now',
  description:
    'Does what the nightly job does: it writes an alert to the log for every vehicle that is due, and says how many there are.',
  answer: {
    status: 200,
    description: 'What the check has found.',
    type: MaintenanceCheckResponse,
    example: { checkedAt: '2025-11-14T00:00:00.000Z', daysThreshold: 3, count: 12 },
  },
});
