import { permissionsOf } from '@fleet/domain/identity/permissions';
import { EXAMPLE_USERS, EXAMPLE_PASSWORDS } from '@fleet/api/http/openapi/examples';
import { Answer, operation } from '@fleet/api/http/openapi/operation';
import { LoginRequest } from './auth.dto';
import { SignedInResponse } from './auth.responses';
import { SignedInUserResponse } from './users.responses';

const { id, email, name, role, driverId } = EXAMPLE_USERS.admin;
const user = { id, email, name, role, driverId, permissions: permissionsOf(role) };

const signedIn = (description: string): Answer => ({
  status: 200,
  description,
  type: SignedInResponse,
  example: {
    accessToken: 'eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6ImsxIn0.e30.c2lnbmF0dXJl',
    refreshToken: 'bG9va3MtbGlrZS10aGlzLTI1Ni1yYW5kb20tYml0cy0',
    tokenType: 'Bearer',
    expiresIn: 900,
    user,
  },
});

export const login = operation({
  id: 'signIn',
  summary: 'Sign in',
  description:
    'Opens a session. A wrong password, an unknown address and a user who is not active are answered alike, and after the same time.',
  body: {
    type: LoginRequest,
    examples: { admin: { summary: 'An administrator', value: { email, password: EXAMPLE_PASSWORDS.admin } } },
  },
  answer: signedIn('The session.'),
  problems: ['INVALID_CREDENTIALS'],
});

export const me = operation({
  id: 'getSignedInUser',
  summary: 'Get whoever is signed in',
  description: 'The user whose access token comes with the call, and what the role allows.',
  answer: { status: 200, description: 'The user.', type: SignedInUserResponse, example: user },
});
