import { Problem } from '@fleet/api/http/problem';

const CHALLENGE = 'Bearer realm="FleetManager"';

/** Nothing was shown. */
export const UNAUTHENTICATED: Problem = {
  status: 401,
  code: 'UNAUTHENTICATED',
  detail: 'This takes a valid access token or API key.',
  headers: { 'WWW-Authenticate': CHALLENGE },
};

/** Something was shown that is no good. The answer is the same whatever is wrong with it: who guesses learns nothing. */
export const REFUSED_CREDENTIALS: Problem = {
  ...UNAUTHENTICATED,
  headers: { 'WWW-Authenticate': `${CHALLENGE}, error="invalid_token"` },
};

export const FORBIDDEN: Problem = {
  status: 403,
  code: 'FORBIDDEN',
  detail: 'You are known, but you may not do this.',
};
