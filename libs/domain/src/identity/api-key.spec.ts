import { ApiKeyBuilder } from '@fleet/tests/builders/api-key.builder';
import { faultsOf } from '@fleet/tests/builders/faults';
import { EARLIER, NOW } from '@fleet/tests/builders/moments';
import { Permission, SCOPES } from './permissions';

const create = (builder: ApiKeyBuilder) => builder.create(NOW);

describe('creating an API key', () => {
  it('tells what it is for and what it may do, and not the key nor its hash', () => {
    const builder = new ApiKeyBuilder().expiringAt(new Date(NOW.getTime() + 1));
    const key = create(builder);
    expect(key.events).toMatchObject([
      {
        stream: 'ApiKey',
        type: 'ApiKeyCreated',
        payload: {
          name: 'Route planner',
          scopes: ['vehicles:read', 'trips:start'],
          expiresAt: '2026-01-31T12:00:00.001Z',
          prefix: 'fm_live_Ab1-',
        },
      },
    ]);
    expect(JSON.stringify(key.events)).not.toContain(builder.snapshot().keyHash.slice(0, 8) + '"');
    expect(key.snapshot()).toMatchObject({ revokedAt: null, version: 1, createdAt: NOW, updatedAt: NOW });
  });

  it.each<[string, ApiKeyBuilder, string[]]>([
    ['no name', new ApiKeyBuilder().withName(' '), ['name is required']],
    ['no scope', new ApiKeyBuilder().withScopes(), ['scopes must name at least one permission']],
    [
      'a scope twice',
      new ApiKeyBuilder().withScopes('trips:end', 'trips:end'),
      ['scopes must name each permission once'],
    ],
    [
      'the right to make users',
      new ApiKeyBuilder().withScopes('users:manage'),
      ['scopes must be permissions for keys'],
    ],
    [
      'the right to make keys',
      new ApiKeyBuilder().withScopes('api-keys:manage'),
      ['scopes must be permissions for keys'],
    ],
    ['an end that has come', new ApiKeyBuilder().expiringAt(NOW), ['expiresAt must be in the future']],
    ['an end that is no date', new ApiKeyBuilder().expiringAt(new Date('x')), ['expiresAt must be in the future']],
  ])('refuses %s', (_, builder, faults) => expect(faultsOf(() => create(builder))).toEqual(faults));

  it('takes every scope there is', () => {
    expect(create(new ApiKeyBuilder().withScopes(...(SCOPES as readonly Permission[]))).snapshot().scopes).toHaveLength(
      SCOPES.length,
    );
  });
});

describe('revoking an API key', () => {
  it('ends it once', () => {
    const key = new ApiKeyBuilder().build();
    key.revoke(NOW);
    key.revoke(new Date(NOW.getTime() + 1));
    expect(key.snapshot()).toMatchObject({ revokedAt: NOW, updatedAt: NOW, version: 2 });
    expect(key.events).toMatchObject([
      { type: 'ApiKeyRevoked', payload: { revokedAt: NOW.toISOString() }, previous: { revokedAt: null } },
    ]);
  });

  it('leaves a revoked one as it is', () => {
    const key = new ApiKeyBuilder().revokedAt(EARLIER).build();
    key.revoke(NOW);
    expect(key.hasChanged).toBe(false);
  });
});
