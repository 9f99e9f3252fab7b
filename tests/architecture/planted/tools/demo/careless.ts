export const careless = (value: string | number): boolean => value == 1; // planted: eqeqeq
export const anything = (value: any): void => void value; // planted: @typescript-eslint/no-explicit-any
export const cast = (value: object): Date => <Date>value; // planted: @typescript-eslint/consistent-type-assertions
export const unused = (value: string): void => undefined; // planted: @typescript-eslint/no-unused-vars
export class Bag {} // planted: @typescript-eslint/no-extraneous-class
