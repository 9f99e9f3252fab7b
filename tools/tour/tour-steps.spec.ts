import { isPromised, tourSteps } from './tour-steps';

const PAGE = [
  '```console',
  '$ curl -s \\',
  '    localhost:3000/a',
  '{ "a":',
  '  1 }',
  '$ curl b',
  'no',
  '```',
  '```sh',
  '$ not a step',
  '```',
  '',
];

it('reads commands over several lines, and their answers', () => {
  expect(tourSteps(PAGE.join('\n'))).toEqual([
    { command: 'curl -s \\\n    localhost:3000/a', expected: '{ "a":\n  1 }\n' },
    { command: 'curl b', expected: 'no\n' },
  ]);
});

it.each([
  ['{ "a": 1 }', '{"a":1}', true],
  ['{ "id": "…", "a": 1 }', '{"id":"0190","a":1}', true],
  ['{ "a": 1 }', '{"a":2}', false],
  ['{ "a": 1 }', '{"a":1,"b":2}', false],
  ['a.c', 'abc', false],
])('takes %s for %s: %s', (expected, actual, promised) => {
  expect(isPromised(expected, actual)).toBe(promised);
});
