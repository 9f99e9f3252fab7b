import type { FastifyRequest } from 'fastify';
import { aKey, aUser } from '@fleet/tests/builders/principals';
import { canonicalJson, keyedRequest } from './keyed-request';

describe('canonicalJson', () => {
  it.each([
    ['fields in another order', { b: 1, a: { d: [2], c: 3 } }, { a: { c: 3, d: [2] }, b: 1 }],
    ['fields in another order inside a list', [{ b: 1, a: 2 }], [{ a: 2, b: 1 }]],
  ])('is the same for %s', (_, one, other) => expect(canonicalJson(one)).toBe(canonicalJson(other)));

  it('is different for different values', () => {
    const values = [
      undefined,
      null,
      0,
      '0',
      '',
      'null',
      [],
      {},
      [1, 2],
      [2, 1],
      { a: 1 },
      { a: '1' },
      { a: null },
      false,
    ];
    expect(new Set(values.map(canonicalJson)).size).toBe(values.length);
  });
});

describe('keyedRequest', () => {
  const request = (fields: object) =>
    keyedRequest(
      { method: 'POST', url: '/api/a?b=c', principal: aUser('Admin'), body: { x: 1 }, ...fields } as FastifyRequest,
      'k',
    );

  it('belongs to whoever calls, and there is none on a route that is open to everybody', () => {
    const scopes = [
      aUser('Admin'),
      aUser('Manager'),
      aUser('Driver', 'd'),
      aUser('Driver', 'e'),
      aKey('trips:start'),
    ].map((principal) => request({ principal }).scope);
    expect(scopes[0]).toBe(`${aUser('Admin').actor} Admin all`);
    expect(new Set(scopes).size).toBe(scopes.length);
    // The same user in another role, or limited to another driver, is another caller.
    const { actor } = aUser('Manager');
    const became = [aUser('Manager'), aUser('Driver', 'd'), aUser('Driver', 'e')].map(
      (principal) => request({ principal: { ...principal, actor } }).scope,
    );
    expect(new Set(became).size).toBe(3);
    expect(() => request({ principal: null })).toThrow('A public route has no caller.');
  });

  it('is what is asked for: method, address with its query, and body', () => {
    expect(request({})).toMatchObject({ key: 'k', content: 'POST /api/a?b=c\n{"x":1}' });
    const others = [{ method: 'PUT' }, { url: '/api/a?b=d' }, { url: '/api/b?b=c' }, { body: undefined }];
    expect(new Set([request({}), ...others.map(request)].map(({ content }) => content)).size).toBe(5);
  });

  it('is the files of a form too: what they hold, and in which order within a field', () => {
    const file = (field: string, content: string) => ({ field, content: Buffer.from(content) });
    const content = (...uploads: object[]) => request({ uploads }).content;
    expect(content(file('a', '1'), file('b', '2'))).toBe(content(file('b', '2'), file('a', '1')));
    expect(content()).toBe(request({ uploads: null }).content);
    const forms = [
      [],
      [file('a', '1')],
      [file('a', '2')],
      [file('b', '1')],
      [file('a', '1'), file('a', '2')],
      [file('a', '2'), file('a', '1')],
      [file('a', '1'), file('a', '1')],
    ];
    expect(new Set(forms.map((uploads) => content(...uploads))).size).toBe(forms.length);
  });
});
