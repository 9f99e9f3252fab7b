import { toClef } from './clef';

const LINE = { level: 30, time: Date.UTC(2026, 0, 31, 12), requestId: 'r1', ms: 1.5, msg: 'request' };
const clef = (line: object) => JSON.parse(toClef(`${JSON.stringify(line)}\n`)) as unknown;

it('names what Seq knows as it does, and leaves the rest as it is', () => {
  expect(clef(LINE)).toEqual({
    '@t': '2026-01-31T12:00:00.000Z',
    '@l': 'Information',
    '@mt': 'request',
    requestId: 'r1',
    ms: 1.5,
  });
});

it.each([
  [10, 'Verbose'],
  [20, 'Debug'],
  [40, 'Warning'],
  [50, 'Error'],
  [60, 'Fatal'],
])('calls the level %s %s', (level, name) => {
  expect(clef({ ...LINE, level })).toMatchObject({ '@l': name });
});

it('shows where an error comes from as an exception, and what it carries as fields', () => {
  const err = { type: 'UnavailableError', stack: '    at x.ts:1', cause: { code: 'EIO' } };
  expect(clef({ ...LINE, err })).toMatchObject({ '@x': err.stack, err });
});
