import { EXAMPLE_VEHICLES } from '@fleet/api/http/openapi/examples';
import { operation } from '@fleet/api/http/openapi/operation';
import { ChangeVehicleRequest, RegisterVehicleRequest } from './vehicles.dto';
import { VehiclePage, VehicleResponse } from './vehicles.responses';

const { available, forTrip, toDelete } = EXAMPLE_VEHICLES;

export const list = operation({
  id: 'listVehicles',
  summary: 'List vehicles',
  description:
    'The vehicles that satisfy all the filters given, page by page. Without filters: the whole fleet, in the order of plates.',
  answer: {
    status: 200,
    description: 'A page of vehicles.',
    type: VehiclePage,
    example: { items: [available, forTrip], nextCursor: null },
  },
});

export const listAvailable = operation({
  id: 'listAvailableVehicles',
  summary: 'List available vehicles',
  description: 'The vehicles that could start a trip now, in the order of plates. Made to be asked often.',
  answer: {
    status: 200,
    description: 'A page of available vehicles.',
    type: VehiclePage,
    example: { items: [available, forTrip], nextCursor: null },
  },
});

export const get = operation({
  id: 'getVehicle',
  summary: 'Get a vehicle',
  description: 'One vehicle by its id, as it is or, with `asOf`, as it was.',
  pathId: { of: 'the vehicle', example: available.id },
  condition: 'If-None-Match',
  answer: {
    status: 200,
    description: 'The vehicle.',
    type: VehicleResponse,
    example: available,
    headers: ['ETag'],
  },
  problems: ['VEHICLE_NOT_FOUND'],
});

export const register = operation({
  id: 'registerVehicle',
  summary: 'Register a vehicle',
  description:
    'Adds an available vehicle to the fleet. Its plate must be new. Without a last maintenance date it counts as ' +
    'maintained now; the next maintenance is due one interval later (90 days, unless the operator has set another).',
  body: {
    type: RegisterVehicleRequest,
    examples: {
      new: { summary: 'A new vehicle', value: { plate: 'NEW1A23', model: 'Fiat Strada Volcano', year: 2025 } },
      used: {
        summary: 'A used vehicle, maintained some time ago',
        value: {
          plate: 'USD2B34',
          model: 'Renault Kangoo',
          year: 2019,
          mileage: 86420,
          lastMaintenanceDate: '2025-08-18T09:00:00Z',
        },
      },
    },
  },
  answer: {
    status: 201,
    description: 'The vehicle as it was registered.',
    type: VehicleResponse,
    example: { ...available, plate: 'NEW1A23', model: 'Fiat Strada Volcano', year: 2025, mileage: 0 },
    headers: ['ETag', 'Location'],
  },
  problems: ['PLATE_TAKEN'],
});

export const change = operation({
  id: 'changeVehicle',
  summary: 'Change a vehicle',
  description:
    'Replaces model, year and mileage, in every status. The plate stays, and the mileage never goes down. The same ' +
    'values once more change nothing.',
  pathId: { of: 'the vehicle', example: available.id },
  condition: 'If-Match',
  body: {
    type: ChangeVehicleRequest,
    examples: {
      mileage: {
        summary: 'A new mileage',
        value: { model: available.model, year: available.year, mileage: available.mileage + 140 },
      },
    },
  },
  answer: {
    status: 200,
    description: 'The vehicle as it is now.',
    type: VehicleResponse,
    example: { ...available, mileage: available.mileage + 140, version: 2 },
    headers: ['ETag'],
  },
  problems: ['VEHICLE_NOT_FOUND', 'MILEAGE_CANNOT_DECREASE'],
});

export const remove = operation({
  id: 'deleteVehicle',
  summary: 'Delete a vehicle',
  description: 'Deletes a vehicle that never had a trip, together with its maintenance records. There is no way back.',
  pathId: { of: 'the vehicle', example: toDelete.id },
  condition: 'If-Match',
  answer: { status: 204, description: 'The vehicle is gone. No body.' },
  problems: ['VEHICLE_NOT_FOUND', 'VEHICLE_HAS_TRIPS', 'VEHICLE_HAS_DELIVERIES'],
});
