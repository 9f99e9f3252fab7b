import { equal } from 'node:assert/strict';

/** The user whom the first start makes, and who asks for everything that is measured. */
export const ADMINISTRATOR = { email: 'bench@fleet.example', password: 'measured on a quiet machine' };

/** The headers of the administrator's requests. */
export async function signIn(url: string): Promise<Record<string, string>> {
  const response = await fetch(`${url}/api/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(ADMINISTRATOR),
  });
  equal(response.status, 200, `${url} lets nobody sign in`);
  const { accessToken } = (await response.json()) as { accessToken: string };
  return { authorization: `Bearer ${accessToken}` };
}
