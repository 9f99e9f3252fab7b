import { EventVersions, UnknownEventVersionError } from './event-versions';

const versions = new EventVersions({
  LampMoved: [
    ({ place, ...rest }) => ({ ...rest, room: place }),
    (payload) => ({ ...payload, floor: payload.room === 'attic' ? 2 : 0 }),
  ],
});

describe('the version of an event', () => {
  it.each([
    ['LampMoved', 3],
    ['LampBroken', 1],
    ['toString', 1],
  ])('%s is %i', (type, version) => expect(versions.current(type)).toBe(version));
});

describe('a payload', () => {
  it.each([
    [1, { place: 'attic', by: 'Ana' }],
    [2, { room: 'attic', by: 'Ana' }],
    [3, { room: 'attic', by: 'Ana', floor: 2 }],
  ])('of version %i is read as it would be written now', (version, payload) => {
    const given = structuredClone(payload);
    expect(versions.upcast('LampMoved', version, given)).toEqual({ room: 'attic', by: 'Ana', floor: 2 });
    expect(given).toEqual(payload);
  });

  it('of a type that never changed is as it is', () => {
    expect(versions.upcast('LampBroken', 1, { at: 'noon' })).toEqual({ at: 'noon' });
  });

  it.each([
    ['LampMoved', 4, 3],
    ['LampBroken', 2, 1],
  ])('of %s in version %i is not guessed at', (type, version, known) => {
    const read = () => versions.upcast(type, version, {});
    expect(read).toThrow(UnknownEventVersionError);
    expect(read).toThrow(
      `${type} is stored in version ${version}, and this release knows it up to version ${known} only.`,
    );
  });
});
