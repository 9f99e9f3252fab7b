import { EXAMPLE_USERS } from '@fleet/api/http/openapi/example-accounts';
import { EXAMPLE_DRIVERS } from '@fleet/api/http/openapi/examples';
import { Answer, operation } from '@fleet/api/http/openapi/operation';
import { CreateUserRequest, SetPasswordRequest, UserRequest } from './users.dto';
import { UserPage, UserResponse } from './users.responses';

const { admin, driver, inactive, manager, toDeactivate } = EXAMPLE_USERS;

const user = (description: string, example: object): Answer => ({
  status: 200,
  description,
  type: UserResponse,
  example,
  headers: ['ETag'],
});

export const list = operation({
  id: 'listUsers',
  summary: 'List users',
  description: 'The users who satisfy all the filters given, page by page, those created first in front.',
  answer: {
    status: 200,
    description: 'A page of users.',
    type: UserPage,
    example: { items: [admin, manager, driver], nextCursor: null },
  },
});

export const get = operation({
  id: 'getUser',
  summary: 'Get a user',
  description: 'One user by the id.',
  pathId: { of: 'the user', example: manager.id },
  condition: 'If-None-Match',
  answer: user('The user.', manager),
  problems: ['USER_NOT_FOUND'],
});

const NEW = { email: 'nova@demo.example', name: 'Nova Teles', role: 'Manager' };
const NEW_DRIVER = {
  email: 'bruno@demo.example',
  name: EXAMPLE_DRIVERS.forTrip.name,
  role: 'Driver',
  driverId: EXAMPLE_DRIVERS.forTrip.id,
};
const password = 'four words nobody guesses';

export const create = operation({
  id: 'createUser',
  summary: 'Create a user',
  description: 'Lets somebody sign in. The e-mail address must be new; the role `Driver` needs the driver that it is.',
  body: {
    type: CreateUserRequest,
    examples: {
      manager: { summary: 'Somebody in the office', value: { ...NEW, password } },
      driver: { summary: "A driver's own account", value: { ...NEW_DRIVER, password } },
    },
  },
  answer: { ...user('The user as created.', { ...manager, ...NEW }), status: 201, headers: ['ETag', 'Location'] },
  problems: ['DRIVER_NOT_FOUND', 'DRIVER_ERASED', 'EMAIL_TAKEN'],
});

const CHANGE = { email: manager.email, name: 'Marcos A. Vieira', role: manager.role };

export const change = operation({
  id: 'changeUser',
  summary: 'Change a user',
  description:
    'Replaces address, name, role and driver. The same values once more change nothing; another role or driver ends ' +
    "all the user's sessions.",
  pathId: { of: 'the user', example: manager.id },
  condition: 'If-Match',
  body: { type: UserRequest, examples: { name: { summary: 'Another name', value: CHANGE } } },
  answer: user('The user as it is now.', { ...manager, ...CHANGE, version: 2 }),
  problems: ['USER_NOT_FOUND', 'DRIVER_NOT_FOUND', 'DRIVER_ERASED', 'USER_ERASED', 'EMAIL_TAKEN', 'LAST_ADMIN'],
});

export const activate = operation({
  id: 'activateUser',
  summary: 'Activate a user',
  description: 'Lets a user sign in again. An active user stays as it is.',
  pathId: { of: 'the user', example: inactive.id },
  condition: 'If-Match',
  answer: user('The user, active.', { ...inactive, active: true, version: 2 }),
  problems: ['USER_NOT_FOUND', 'USER_ERASED'],
});

export const deactivate = operation({
  id: 'deactivateUser',
  summary: 'Deactivate a user',
  description:
    "Keeps a user from signing in and ends all the user's sessions. The last active administrator stays; an inactive " +
    'user stays as it is.',
  pathId: { of: 'the user', example: toDeactivate.id },
  condition: 'If-Match',
  answer: user('The user, inactive.', { ...toDeactivate, active: false, version: 2 }),
  problems: ['USER_NOT_FOUND', 'LAST_ADMIN'],
});

export const setPassword = operation({
  id: 'setUserPassword',
  summary: "Set a user's password",
  description: "Gives a user another password and ends all the user's sessions.",
  pathId: { of: 'the user', example: inactive.id },
  condition: 'If-Match',
  body: { type: SetPasswordRequest, examples: { new: { summary: 'A new password', value: { password } } } },
  answer: { status: 204, description: 'The password has changed. No body.' },
  problems: ['USER_NOT_FOUND', 'USER_ERASED'],
});
