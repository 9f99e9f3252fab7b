/** Requests are begun for so long in a turn of the event loop; the others of that turn wait in line. */
const TURN_MS = 10;
/** So long the line may stand still while connections are taken. */
const LONGEST_STANDSTILL_MS = 50;
const MOST_IN_A_TURN = 50;

interface Waiting {
  readonly since: number;
  readonly go: () => void;
}

/**
 * Lets requests in, in the order of their coming. Each turn of the event loop takes one new connection alone, however many
 * there are: behind turns that are full of answers, thousands would wait unseen outside, for many seconds. So turns are kept
 * short, and while connections come one after the other they come first: in here, those who wait can be counted.
 */
export class WaitingLine {
  private readonly waiting: Waiting[] = [];
  private isInTurn = false;
  private turnBegan = 0;
  private serveUntil = 0;
  /** Whether this turn, or the one before, took a connection: there may be more. */
  private hasConnected = { now: false, before: false };
  private lastServed = 0;

  /** How long the first in line has waited, in milliseconds. */
  get longestMs(): number {
    const [first] = this.waiting;
    return first ? performance.now() - first.since : 0;
  }

  /** @param go is called at once when nobody waits and the turn is young, else when its time has come */
  enter(go: () => void): void {
    const now = performance.now();
    this.beginTurn(now);
    if (this.waiting.length === 0 && now - this.turnBegan < TURN_MS && !this.standsStill(now)) {
      this.lastServed = now;
      go();
    } else this.waiting.push({ since: now, go });
  }

  connected(): void {
    this.beginTurn(performance.now());
    this.hasConnected.now = true;
  }

  private beginTurn(now: number): void {
    if (this.isInTurn) return;
    this.isInTurn = true;
    this.turnBegan = now;
    setImmediate(() => this.endReading());
    // One by one: what a request sets going is done before the next of these, so that the time that it takes is seen.
    for (let count = Math.min(this.waiting.length, MOST_IN_A_TURN); count > 0; count--)
      setImmediate(() => this.serve());
    setImmediate(() => this.endTurn());
  }

  private endReading(): void {
    const now = performance.now();
    // What had to be read and refused in this turn gets no more of the process than those who wait.
    this.serveUntil = this.standsStill(now) ? 0 : now + Math.max(TURN_MS, now - this.turnBegan);
  }

  private serve(): void {
    const now = performance.now();
    if (now > this.serveUntil) return;
    this.lastServed = now;
    this.waiting.shift()?.go();
  }

  private endTurn(): void {
    this.isInTurn = false;
    const { now: before } = this.hasConnected;
    this.hasConnected = { now: false, before };
    if (this.waiting.length > 0 || before) this.beginTurn(performance.now());
  }

  private standsStill(now: number): boolean {
    const { now: inThisTurn, before } = this.hasConnected;
    return (inThisTurn || before) && now - this.lastServed < LONGEST_STANDSTILL_MS;
  }
}
