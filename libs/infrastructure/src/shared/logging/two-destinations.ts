import type { DestinationStream } from 'pino';

export interface Flushed extends DestinationStream {
  flush?(done: () => void): void;
}

/** Writes each line twice. */
export class TwoDestinations implements DestinationStream {
  constructor(
    private readonly first: Flushed,
    private readonly second: Flushed,
  ) {}

  write(line: string): void {
    this.first.write(line);
    this.second.write(line);
  }

  flush(done: () => void): void {
    flush(this.first, () => flush(this.second, done));
  }
}

function flush(destination: Flushed, done: () => void): void {
  if (destination.flush) destination.flush(done);
  else done();
}
