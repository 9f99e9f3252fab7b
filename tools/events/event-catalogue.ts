import { join } from 'node:path';
import {
  createFormatter,
  createParser,
  createProgram,
  DEFAULT_CONFIG,
  Schema,
  SchemaGenerator,
} from 'ts-json-schema-generator';
import { EVENT_VERSIONS } from '@fleet/infrastructure/shared/database/event-versions';
import { personalFields } from '@fleet/infrastructure/shared/personal-data/personal-fields';
import { eventSources, streamsOf } from './event-sources';
import { KeysOfValue } from './keys-of-value';

/** One type of event, as the code has it now. */
export interface DescribedEvent {
  readonly type: string;
  readonly version: number;
  /** The comment that stands above it in the code. */
  readonly description: string;
  /** The JSON schema of its payload. */
  readonly schema: Schema;
  /** Those of its fields that are somebody's own. */
  readonly personal: readonly string[];
}

export interface DescribedStream {
  readonly stream: string;
  readonly description: string;
  readonly events: readonly DescribedEvent[];
}

/** What can happen to everything, read from the types that the code itself is checked against. */
export function eventCatalogue(root: string): DescribedStream[] {
  const generator = generatorFor(root);
  const streams = eventSources(root).flatMap(streamsOf);
  return streams.map((stream) => describeStream(stream, generator.createSchema(`${stream}Events`)));
}

function generatorFor(root: string): SchemaGenerator {
  const config = {
    ...DEFAULT_CONFIG,
    path: join(root, 'libs/domain/src/**/*.events.ts'),
    tsconfig: join(root, 'tsconfig.json'),
    // What each schema needs is in it, so that one can be read alone.
    expose: 'none' as const,
    topRef: false,
    // The code is compiled before this runs.
    skipTypeCheck: true,
  };
  const program = createProgram(config);
  const parser = createParser(program, config, (chain) => {
    chain.addNodeParser(new KeysOfValue(program.getTypeChecker()));
  });
  return new SchemaGenerator(program, parser, createFormatter(config), config);
}

function describeStream(stream: string, schema: Schema): DescribedStream {
  const events = Object.entries(schema.properties ?? {}) as [string, Schema][];
  return {
    stream,
    description: schema.description ?? '',
    events: events.map(([type, { description = '', ...payload }]) => ({
      type,
      version: EVENT_VERSIONS.current(type),
      description,
      schema: payload,
      personal: personalFields(stream, payload.properties ?? {}),
    })),
  };
}
