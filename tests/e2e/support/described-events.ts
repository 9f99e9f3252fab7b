import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { CommittedEvents } from '@fleet/application/shared/committed-events';
import { payloadFault } from '@fleet/tests/golden/event-schemas';

/**
 * Holds every event that is committed from now on to docs/events.schema.json.
 * @returns what asks, at the end, whether all of them were as described, and throws when not
 */
export function holdEventsToCatalogue(app: NestFastifyApplication): () => void {
  const faults = new Set<string>();
  app.get(CommittedEvents, { strict: false }).subscribe(async (events) => {
    for (const { stream, type, payload } of events) faults.add(payloadFault(stream, type, payload));
  });
  return () => {
    faults.delete('');
    if (faults.size > 0) throw new Error(`Events that docs/events.md does not describe: ${[...faults].join('; ')}.`);
  };
}
