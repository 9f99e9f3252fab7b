import pino, { DestinationStream } from 'pino';
import { Configuration } from '@fleet/infrastructure/shared/config/configuration';

/** Sends lines to Seq from a thread of its own: Seq being slow or away holds nothing up here. */
export function seqStream({ environment }: Configuration): DestinationStream {
  const { SEQ_URL, SEQ_API_KEY } = environment;
  return pino.transport({ target: 'pino-seq', options: { serverUrl: SEQ_URL, apiKey: SEQ_API_KEY } });
}
