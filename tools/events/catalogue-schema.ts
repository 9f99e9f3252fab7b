import { DescribedStream } from './event-catalogue';

/** The payload of every type of event, as one JSON schema with a definition for each. */
export function catalogueSchema(streams: readonly DescribedStream[]): string {
  const definitions = streams.flatMap(({ stream, events }) =>
    events.map(({ type, version, description, schema }) => {
      const title = `${type}, version ${version}, of the stream ${stream}`;
      return [type, { title, ...(description && { description }), ...schema }] as const;
    }),
  );
  return JSON.stringify({
    $schema: 'http://json-schema.org/draft-07/schema#',
    $comment: 'Made from the code by `npm run events`.',
    definitions: Object.fromEntries(definitions),
  });
}
