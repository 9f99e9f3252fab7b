import { EXAMPLE_PASSWORDS, EXAMPLE_USERS } from '@fleet/api/http/openapi/example-accounts';

const SIGN_INS = (['admin', 'manager', 'driver'] as const).map((name) => {
  const { role, email } = EXAMPLE_USERS[name];
  return `  ${role.padEnd(14)} ${email.padEnd(22)} ${EXAMPLE_PASSWORDS[name]}`;
});

/** What `npm run demo` prints when its server is ready: where to look, and who to be there. */
export function welcome(url: string, file: string): string {
  return `
FleetManager is ready on ${url} with the demo fleet of ${file}.

  API explorer   ${url}/docs   (execute "Sign in" there, and you are signed in)
  Reference      ${url}/redoc

Sign in as one of these; the server listens on this machine alone:

${SIGN_INS.join('\n')}

Ctrl-C stops it, and "npm run demo" goes on with the same fleet; "npm run demo -- --fresh" makes it anew, up to today.
`;
}
