import { Schema } from 'ts-json-schema-generator';
import { typeText } from './type-text';

const POINT: Schema = {
  type: 'object',
  properties: { x: { type: 'number' }, label: { type: ['string', 'null'] } },
  required: ['x'],
};

describe('a type', () => {
  it.each<[Schema, string]>([
    [{ type: 'string' }, 'string'],
    [{ type: ['string', 'null'] }, 'string or null'],
    [{ type: 'string', enum: ['A', 'B'] }, '"A" or "B"'],
    [{ const: 0 }, '0'],
    [{ anyOf: [{ type: 'string' }, { type: 'null' }] }, 'string or null'],
    [{ type: 'array', items: { type: 'string' } }, 'string[]'],
    [{ type: 'array', items: { type: 'string', enum: ['A', 'B'] } }, '("A" or "B")[]'],
    [POINT, '{ x: number, label?: string or null }'],
    [{ type: 'array', items: POINT }, '{ x: number, label?: string or null }[]'],
    [{ type: 'object' }, '{}'],
    [{}, 'anything'],
  ])('%j reads %s', (schema, text) => expect(typeText(schema)).toBe(text));
});
