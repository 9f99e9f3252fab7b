import { EventEmitter } from 'node:events';
import { Wire } from '@fleet/infrastructure/shared/siblings/channel';

export type WireEnd = EventEmitter & Wire;

/** Two ends of one wire, as a process and its child have them; counts what crosses it. */
export function wires(): { ends: [WireEnd, WireEnd]; crossed: object[] } {
  const crossed: object[] = [];
  const [one, other] = [new EventEmitter() as WireEnd, new EventEmitter() as WireEnd];
  const join = (from: Wire, to: EventEmitter) => {
    from.send = (message) => {
      crossed.push(message);
      // As it comes through a pipe.
      setImmediate(() => to.emit('message', JSON.parse(JSON.stringify(message))));
      return true;
    };
  };
  join(one, other);
  join(other, one);
  return { ends: [one, other], crossed };
}
