import { AwaitedBodies } from './awaited-bodies';

let bodies: AwaitedBodies;
beforeEach(() => (bodies = new AwaitedBodies(8)));

function begin(...senders: string[]): void {
  for (const sender of senders) bodies.began(sender);
}

it('takes a quarter of all from one sender, and others beside it', () => {
  begin('one');
  expect(bodies.isFullFor('one')).toBe(false);
  begin('one');
  expect([bodies.isFullFor('one'), bodies.isFullFor('other')]).toEqual([true, false]);
});

it('takes so many from all together', () => {
  begin('a', 'b', 'c', 'd', 'e', 'f', 'g');
  expect(bodies.isFullFor('h')).toBe(false);
  begin('h');
  expect(bodies.isFullFor('i')).toBe(true);
});

it('takes another one when one has ended', () => {
  begin('one', 'one', 'b', 'c', 'd', 'e', 'f', 'g');
  bodies.ended('b');
  expect([bodies.isFullFor('b'), bodies.isFullFor('one')]).toEqual([false, true]);
  bodies.ended('one');
  expect(bodies.isFullFor('one')).toBe(false);
});

it('takes one from everybody, however few there may be', () => {
  bodies = new AwaitedBodies(1);
  expect(bodies.isFullFor('one')).toBe(false);
  begin('one');
  expect(bodies.isFullFor('one')).toBe(true);
});
