import { permissionsOf } from '@fleet/domain/identity/permissions';
import { EXAMPLE_PASSWORDS, EXAMPLE_REFRESH_TOKEN, EXAMPLE_USERS } from '@fleet/api/http/openapi/example-accounts';
import { Answer, operation } from '@fleet/api/http/openapi/operation';
import { ChangePasswordRequest, LoginRequest, RefreshTokenRequest } from './auth.dto';
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
    refreshToken: EXAMPLE_REFRESH_TOKEN,
    tokenType: 'Bearer',
    expiresIn: 900,
    user,
  },
});

export const login = operation({
  id: 'signIn',
  summary: 'Sign in',
  description:
    'Opens a session. A wrong password, an unknown address and a user who is not active are answered alike, and after ' +
    'the same time. Besides the limit of all requests there is one of sign-ins, the policy `login`: in any minute no more ' +
    'than 10 of one account and 10 from one address, unless the operator has set other numbers.',
  body: {
    type: LoginRequest,
    examples: { admin: { summary: 'An administrator', value: { email, password: EXAMPLE_PASSWORDS.admin } } },
  },
  answer: signedIn('The session.'),
  problems: ['INVALID_CREDENTIALS'],
});

const refreshToken = EXAMPLE_REFRESH_TOKEN;
const ofSession = { session: { summary: 'The latest token of a session', value: { refreshToken } } };

export const refresh = operation({
  id: 'refreshSession',
  summary: 'Go on with a session',
  description:
    'Changes a refresh token for a new pair of tokens. Each refresh token is good once: one that comes again within 10 ' +
    'seconds gives the same successor, and one that comes later has been copied, so the whole session ends.',
  body: { type: RefreshTokenRequest, examples: ofSession },
  answer: signedIn('The session, with its next tokens.'),
  problems: ['INVALID_REFRESH_TOKEN'],
});

export const logout = operation({
  id: 'signOut',
  summary: 'Sign out',
  description: 'Ends the session of a refresh token, with its access tokens. A session that has ended stays so.',
  body: { type: RefreshTokenRequest, examples: ofSession },
  answer: { status: 204, description: 'There is no such session any more. No body.' },
});

export const changePassword = operation({
  id: 'changeOwnPassword',
  summary: 'Change your password',
  description:
    'Sets a new password and ends all your sessions, this one too: sign in again with it. Tries count as tries to sign ' +
    'in do: too many of either, for one user or from one client, are answered with `RATE_LIMITED`.',
  body: {
    type: ChangePasswordRequest,
    examples: {
      change: {
        summary: 'A new password',
        value: { currentPassword: EXAMPLE_PASSWORDS.admin, newPassword: 'four words nobody guesses' },
      },
    },
  },
  answer: { status: 204, description: 'The password has changed. No body.' },
  problems: ['WRONG_PASSWORD', 'USER_NOT_FOUND'],
});

export const me = operation({
  id: 'getSignedInUser',
  summary: 'Get whoever is signed in',
  description: 'The user whose access token comes with the call, and what the role allows.',
  answer: { status: 200, description: 'The user.', type: SignedInUserResponse, example: user },
  problems: ['USER_NOT_FOUND'],
});
