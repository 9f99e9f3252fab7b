import { EXAMPLE_DRIVERS } from '@fleet/api/http/openapi/examples';
import { Answer, operation } from '@fleet/api/http/openapi/operation';
import { DriverRequest } from './drivers.dto';
import { DriverPage, DriverResponse } from './drivers.responses';

const { available, forTrip, inactive, toDeactivate, toDelete, toErase } = EXAMPLE_DRIVERS;
const { name, licenseNumber } = available;

const page = (description: string): Answer => ({
  status: 200,
  description,
  type: DriverPage,
  example: { items: [available, forTrip], nextCursor: null },
});

const driver = (description: string, example: object): Answer => ({
  status: 200,
  description,
  type: DriverResponse,
  example,
  headers: ['ETag'],
});

export const list = operation({
  id: 'listDrivers',
  summary: 'List drivers',
  description:
    'The drivers that satisfy all the filters given, page by page. Without filters: everybody, those registered first in front.',
  answer: page('A page of drivers.'),
});

export const listAvailable = operation({
  id: 'listAvailableDrivers',
  summary: 'List available drivers',
  description: 'The drivers who could start a trip now, those registered first in front. Made to be asked often.',
  answer: page('A page of available drivers.'),
});

export const get = operation({
  id: 'getDriver',
  summary: 'Get a driver',
  description: 'One driver by the id, as things are or, with `asOf`, as they were.',
  pathId: { of: 'the driver', example: available.id },
  condition: 'If-None-Match',
  answer: driver('The driver.', available),
  problems: ['DRIVER_NOT_FOUND'],
});

const NEW = { name: 'Gilberto Moraes', licenseNumber: 'CNH-NEW-0001', phone: '+55 (19) 90000-0007' };

export const register = operation({
  id: 'registerDriver',
  summary: 'Register a driver',
  description: 'Adds an active and available driver. The licence number must be new.',
  body: { type: DriverRequest, examples: { new: { summary: 'A new driver', value: NEW } } },
  answer: {
    ...driver('The driver as registered.', { ...available, ...NEW }),
    status: 201,
    headers: ['ETag', 'Location'],
  },
  problems: ['LICENSE_NUMBER_TAKEN'],
});

export const change = operation({
  id: 'changeDriver',
  summary: 'Change a driver',
  description: 'Replaces name, licence number and phone. The same values once more change nothing.',
  pathId: { of: 'the driver', example: available.id },
  condition: 'If-Match',
  body: {
    type: DriverRequest,
    examples: {
      phone: { summary: 'A new phone number', value: { name, licenseNumber, phone: '+55 (19) 90000-0011' } },
    },
  },
  answer: driver('The driver as it is now.', { ...available, phone: '+55 (19) 90000-0011', version: 2 }),
  problems: ['DRIVER_NOT_FOUND', 'DRIVER_ERASED', 'LICENSE_NUMBER_TAKEN'],
});

export const remove = operation({
  id: 'deleteDriver',
  summary: 'Delete a driver',
  description:
    'Deletes a driver who never had a trip and as whom nobody signs in. There is no way back; whoever had trips can be ' +
    'deactivated.',
  pathId: { of: 'the driver', example: toDelete.id },
  condition: 'If-Match',
  answer: { status: 204, description: 'The driver is gone. No body.' },
  problems: ['DRIVER_NOT_FOUND', 'DRIVER_ON_TRIP', 'DRIVER_HAS_TRIPS', 'DRIVER_HAS_DELIVERIES', 'DRIVER_HAS_USER'],
});

export const activate = operation({
  id: 'activateDriver',
  summary: 'Activate a driver',
  description: 'Lets a driver drive again. An active driver stays as it is.',
  pathId: { of: 'the driver', example: inactive.id },
  condition: 'If-Match',
  answer: driver('The driver, active.', { ...inactive, active: true, available: true, version: 2 }),
  problems: ['DRIVER_NOT_FOUND', 'DRIVER_ERASED'],
});

export const deactivate = operation({
  id: 'deactivateDriver',
  summary: 'Deactivate a driver',
  description:
    'An inactive driver starts no trip. One who is on a trip must end it first; an inactive one stays as it is.',
  pathId: { of: 'the driver', example: toDeactivate.id },
  condition: 'If-Match',
  answer: driver('The driver, inactive.', { ...toDeactivate, active: false, available: false, version: 2 }),
  problems: ['DRIVER_NOT_FOUND', 'DRIVER_ON_TRIP'],
});

const FORGOTTEN = { name: null, licenseNumber: null, phone: null, active: false, available: false };

export const erase = operation({
  id: 'eraseDriver',
  summary: "Erase a driver's personal data",
  description:
    'Forgets the person for good: name, licence number and phone are gone, from the event log too, and the driver is ' +
    'inactive from then on. The accounts of the driver are forgotten and signed out with it. Trips stay, and what happened ' +
    'stays in the event log, without a name. There is no way back. An erased driver stays as it is.',
  pathId: { of: 'the driver', example: toErase.id },
  condition: 'If-Match',
  answer: driver('The driver, of whom nothing personal is left.', {
    ...toErase,
    ...FORGOTTEN,
    erasedAt: '2025-08-20T09:00:00.000Z',
    updatedAt: '2025-08-20T09:00:00.000Z',
    version: 2,
  }),
  problems: ['DRIVER_NOT_FOUND', 'DRIVER_ON_TRIP', 'LAST_ADMIN'],
});
