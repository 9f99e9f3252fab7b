import type { IncomingHttpHeaders } from 'node:http';
import { Credentials } from '@fleet/application/identity/authenticator';

const BEARER = /^bearer +(\S+)$/i;

/** Null when nothing is shown; `unreadable` for another scheme, for nothing behind it, and for a token and a key at once. */
export function credentialsOf(headers: IncomingHttpHeaders): Credentials | 'unreadable' | null {
  const { authorization } = headers;
  const apiKey = headers['x-api-key'];
  if (authorization === undefined) {
    if (apiKey === undefined) return null;
    return typeof apiKey === 'string' ? { apiKey } : 'unreadable';
  }
  const accessToken = BEARER.exec(authorization)?.[1];
  return accessToken === undefined || apiKey !== undefined ? 'unreadable' : { accessToken };
}
