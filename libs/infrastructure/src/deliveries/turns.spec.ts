import { Turns } from './turns';

/** Work that takes until it is told to end. */
function longWork() {
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => (end = resolve));
  return { end, work: () => ended };
}

describe('Turns', () => {
  it('come one after the other, in the order of those who stand in line, and each is told of others', async () => {
    const turns = new Turns();
    const notes: string[] = [];
    const take = (name: string) =>
      turns.run(['v1'], 1_000, async (othersCameFirst) => {
        notes.push(`${name} begins${othersCameFirst ? ', after others' : ''}`);
        await new Promise((resolve) => setImmediate(resolve));
        notes.push(`${name} ends`);
      });
    await Promise.all(['a', 'b', 'c'].map(take));
    await take('d');
    expect(notes).toEqual([
      'a begins',
      'a ends',
      'b begins, after others',
      'b ends',
      'c begins, after others',
      'c ends',
      'd begins',
      'd ends',
    ]);
  });

  it('are of one name only, and come to whoever wants several when all of them have come', async () => {
    const turns = new Turns();
    const first = longWork();
    const [holding, others] = [turns.run(['p1'], 1_000, first.work), jest.fn(async () => undefined)];
    const both = turns.run(['v1', 'p1'], 1_000, others);
    await turns.run(['v2', 'p2'], 1_000, async (othersCameFirst) => expect(othersCameFirst).toBe(false));
    expect(others).not.toHaveBeenCalled();
    first.end();
    await Promise.all([holding, both]);
    expect(others).toHaveBeenCalledWith(true);
  });

  it('are not waited for without end, and whoever goes on without one takes nobody the turn', async () => {
    const turns = new Turns();
    const first = longWork();
    const holding = turns.run(['v1'], 1_000, first.work);
    expect(await turns.run(['v1'], 1, async (othersCameFirst) => othersCameFirst)).toBe(true);
    const third = jest.fn(async () => undefined);
    const waiting = turns.run(['v1'], 1_000, third);
    await turns.run(['v1'], 1, async () => undefined);
    expect(third).not.toHaveBeenCalled();
    first.end();
    await Promise.all([holding, waiting]);
    expect(third).toHaveBeenCalledTimes(1);
  });

  it('pass on when the work fails', async () => {
    const turns = new Turns();
    const failing = turns.run(['v1'], 1_000, () => Promise.reject(new Error('no')));
    const next = turns.run(['v1'], 1_000, async () => 'next');
    await expect(failing).rejects.toThrow('no');
    expect(await next).toBe('next');
    expect(await turns.run(['v1'], 1_000, async (othersCameFirst) => othersCameFirst)).toBe(false);
  });
});
