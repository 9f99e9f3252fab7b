/** The present instant. Nothing else in the product may ask the machine for it. */
export abstract class Clock {
  abstract now(): Date;
}
