import { blankToNull, textFault } from './text';

describe('text', () => {
  it.each([
    ['', null],
    [' \t\r\n\u00a0', null],
    [' a b ', 'a b'],
  ])('%j without the space around it is %j', (value, clean) => expect(blankToNull(value)).toBe(clean));

  it.each(['12345', 'a\tb\nc', 'a\r\nb', 'ção', '日本', '🚚🚚', 'e\u0301'])('%j is right', (value) => {
    expect(textFault(value, 5)).toBeNull();
  });

  it.each(['123456', '🚚🚚🚚'])('%j is longer than 5 UTF-16 code units', (value) => {
    expect(textFault(value, 5)).toBe('must be at most 5 characters long');
  });

  it.each(['\u0000', '\u0008', '\u000b', '\u000c', '\u000e', '\u001f', '\u007f'])(
    '%j is a control character',
    (value) => {
      expect(textFault(`a${value}b`, 5)).toBe('must not contain control characters');
    },
  );

  it.each(['\ud83d', '\ude9a', '\ude9a\ud83d', 'a\ud83d'])('%j is a lone surrogate', (value) => {
    expect(textFault(value, 5)).toBe('must be valid Unicode text');
  });
});
