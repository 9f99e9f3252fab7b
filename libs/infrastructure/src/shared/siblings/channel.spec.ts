import { wires } from '@fleet/tests/builders/wires';
import { Channel } from './channel';

/** Far more than an answer takes here, on a busy machine too. */
const PATIENCE_MS = 300;

let wire: ReturnType<typeof wires>;
let parent: Channel;
let child: Channel;
beforeEach(() => {
  wire = wires();
  parent = new Channel(wire.ends[0], PATIENCE_MS);
  child = new Channel(wire.ends[1], PATIENCE_MS);
});

describe('a channel', () => {
  it('carries questions and their answers, both ways at once', async () => {
    parent.on<number>('double', (value) => value * 2);
    child.on<string>('greet', async (name) => `Hello, ${name}`);
    const answers = [child.ask('double', 21), parent.ask('greet', 'Ana'), child.ask('double', 4)];
    expect(await Promise.all(answers)).toEqual([42, 'Hello, Ana', 8]);
  });

  it('sends what one turn of the event loop has to say as one message', async () => {
    parent.on<number>('double', (value) => value * 2);
    await Promise.all(Array.from({ length: 50 }, (_, value) => child.ask('double', value)));
    expect(wire.crossed).toHaveLength(2);
  });

  it('passes over messages of others', async () => {
    wire.ends[0].emit('message', 'x');
    wire.ends[0].emit('message', null);
    wire.ends[0].emit('message', { type: 'of a library' });
    parent.on('ping', () => 'pong');
    expect(await child.ask('ping', null)).toBe('pong');
  });

  it('gives the failure of a handler to whoever has asked', async () => {
    parent.on('fail', () => {
      throw new Error('It is broken.');
    });
    await expect(child.ask('fail', null)).rejects.toThrow('It is broken.');
  });

  it('waits no longer than it has patience, and not at all until the other end is heard of again', async () => {
    let answer = (): void => undefined;
    parent.on('hang', () => new Promise<void>((resolve) => (answer = resolve)));
    await expect(child.ask('hang', null)).rejects.toThrow(`within ${PATIENCE_MS} ms`);
    expect(child.isLate).toBe(true);
    // It is told all the same: whoever wakes up must not miss it.
    const told: unknown[] = [];
    parent.on('news', (body) => void told.push(body));
    await expect(child.ask('news', 'dropped')).rejects.toThrow('has not answered');
    answer();
    parent.on('ping', () => 'pong');
    await new Promise((resolve) => wire.ends[1].once('message', resolve));
    expect([told, child.isLate, await child.ask('ping', null)]).toEqual([['dropped'], false, 'pong']);
  });

  it('fails what is open when the other end goes, and all that comes after', async () => {
    parent.on('hang', () => new Promise(() => undefined));
    const open = child.ask('hang', null);
    wire.ends[1].emit('disconnect');
    await expect(open).rejects.toThrow('has ended');
    await expect(child.ask('hang', null)).rejects.toThrow();
    expect(child.isLate).toBe(true);
  });
});
