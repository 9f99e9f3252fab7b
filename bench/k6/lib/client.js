import { check } from 'k6';
import http from 'k6/http';

export const BASE = (__ENV.BASE_URL || 'http://127.0.0.1:3000').replace(/\/$/, '');

/** Asks for something, as the key's owner. `kind` is what a threshold is for, `name` what is reported together. */
export function get(key, path, kind, name) {
  const answer = http.get(`${BASE}${path}`, { headers: { 'X-Api-Key': key }, tags: { kind, name: `GET ${name}` } });
  check(answer, { 'answer as it should be': ({ status }) => status === 200 });
}

/** Changes something. @returns the answer, whose body is kept */
export function write(key, method, path, body, status, name) {
  const answer = http.request(method, `${BASE}${path}`, JSON.stringify(body), {
    headers: { 'X-Api-Key': key, 'Content-Type': 'application/json' },
    tags: { kind: 'write', name: `${method} ${name}` },
    responseType: 'text',
  });
  check(answer, { 'answer as it should be': (given) => given.status === status });
  return answer;
}
