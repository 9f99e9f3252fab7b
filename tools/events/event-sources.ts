import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const EVENTS_TYPE = /^export (?:type|interface) (\w+)Events\b/gm;

/** Every file of the domain that describes events. */
export function eventSources(root: string): string[] {
  const domain = join(root, 'libs/domain/src');
  const names = readdirSync(domain, { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.events.ts'))
    .sort()
    .map((name) => join(domain, name));
}

/** The streams that a source describes: `TripEvents` is what happens to the stream `Trip`. */
export function streamsOf(source: string): string[] {
  return [...readFileSync(source, 'utf8').matchAll(EVENTS_TYPE)].map(([, stream]) => stream!);
}
