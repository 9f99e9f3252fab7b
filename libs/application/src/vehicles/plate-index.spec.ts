import { PlateIndex } from './plate-index';

describe('PlateIndex', () => {
  it('numbers plates in the order in which they come', () => {
    const index = new PlateIndex();
    expect(['A', 'B', 'A', '-', 'ZZZZZZZZZZ', 'B'].map((plate) => index.add(plate))).toEqual([0, 1, 0, 2, 3, 1]);
    expect(['ZZZZZZZZZZ', 'C', '-', '--'].map((plate) => index.find(plate))).toEqual([3, undefined, 2, undefined]);
  });

  it('tells every plate from every other, however many there are', () => {
    const index = new PlateIndex();
    const numbers = Array.from({ length: 9_000 }, (_, number) => number.toString(36).toUpperCase());
    const plates = numbers.flatMap((text) => [
      text,
      `0${text}`,
      `${text}-`,
      text.padStart(10, '-'),
      text.padEnd(9, '0'),
    ]);
    const distinct = [...new Set(plates)];
    expect(distinct.every((plate, number) => index.add(plate) === number)).toBe(true);
    expect(distinct.every((plate, number) => index.find(plate) === number)).toBe(true);
    expect(distinct.some((plate) => index.find(`XY${plate.slice(0, 6)}YX`) !== undefined)).toBe(false);
  });
});
