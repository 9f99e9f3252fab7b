import { E_TIMEOUT, Mutex, MutexInterface, withTimeout } from 'async-mutex';

interface Line {
  readonly mutex: Mutex;
  /** Who has the turn, and who stands in line for it. */
  people: number;
}

/** Lets those in this process who want the same thing come one after the other, in the order in which they came. */
export class Turns {
  private readonly lines = new Map<string, Line>();

  /**
   * @param names always in the same order, so that no two wait for each other
   * @param longestWait milliseconds in each line; whoever has stood there for so long goes on without a turn
   * @param work is told whether others came first
   */
  async run<T>(
    names: readonly string[],
    longestWait: number,
    work: (othersCameFirst: boolean) => Promise<T>,
  ): Promise<T> {
    const [name, ...rest] = names;
    if (name === undefined) return work(false);
    const line = this.join(name);
    const othersCameFirst = line.people > 1;
    const release = await turnIn(line, longestWait);
    try {
      return await this.run(rest, longestWait, (othersCameThere) => work(othersCameFirst || othersCameThere));
    } finally {
      release?.();
      if (--line.people === 0) this.lines.delete(name);
    }
  }

  private join(name: string): Line {
    const line = this.lines.get(name) ?? { mutex: new Mutex(), people: 0 };
    this.lines.set(name, line);
    line.people++;
    return line;
  }
}

/** What gives the turn to the next one; undefined when the turn did not come in time. */
async function turnIn({ mutex }: Line, longestWait: number): Promise<MutexInterface.Releaser | undefined> {
  try {
    return await withTimeout(mutex, longestWait).acquire();
  } catch (error) {
    if (error === E_TIMEOUT) return undefined;
    throw error;
  }
}
