import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { PROBLEMS } from '@fleet/api/http/openapi/problem-table';
import { Content, Example, openApiFile, operationsOf, resolve, Response, Schemas } from './support/openapi';
import { routesOfTheServer } from './support/server-routes';

const ROOT = join(__dirname, '../..');
const document = openApiFile();
const schemas = new Schemas(document);
const operations = operationsOf(document);
const named = operations.map(({ method, path, operation }) => [`${method} ${path}`, operation] as const);

/** Every code that stands anywhere in the sources. */
function codesInTheSources(): string[] {
  const files = ['apps', 'libs'].flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(ROOT, folder, file)),
  );
  const sources = files.filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts'));
  const text = sources.map((file) => readFileSync(file, 'utf8')).join('\n');
  return [...text.matchAll(/\bcode(?: =|:) '([A-Z_]+)'/g)].map(([, code]) => code!);
}

function contentsOf(answers: Record<string, Response | { $ref: string }>): Content[] {
  return Object.values(answers).flatMap((answer) => Object.values(resolve<Response>(document, answer).content ?? {}));
}

function faultsOfExamples({ schema, examples }: Content): string[] {
  return Object.values(examples ?? {}).map((example) =>
    schemas.faults(schema, resolve<Example>(document, example).value),
  );
}

describe('docs/openapi.json', () => {
  it('describes every route of the server, and no other', async () => {
    expect(named.map(([name]) => name).sort()).toEqual((await routesOfTheServer()).sort());
  });

  it('gives every operation a stable name of its own', () => {
    const ids = operations.map(({ operation }) => operation.operationId);
    expect(new Set(ids).size).toBe(ids.length);
    for (const id of ids) expect(id).toMatch(/^[a-z]+([A-Z][a-z]+)*$/);
  });

  it('knows every problem code of the sources', () => {
    const codes = codesInTheSources();
    expect(codes.length).toBeGreaterThan(30);
    expect([...new Set(codes)].sort()).toEqual(Object.keys(PROBLEMS).sort());
  });

  it('has exact schemas: what is not described is not there', () => {
    for (const [name, schema] of Object.entries(document.components.schemas)) {
      if (schema.properties)
        expect([name, schema]).toEqual([name, expect.objectContaining({ additionalProperties: false })]);
    }
    expect(JSON.stringify(document)).not.toContain('"nullable"');
  });
});

describe.each(named)('%s', (name, { summary, description, tags, parameters, requestBody, responses }) => {
  it('is explained, with each of its parameters', () => {
    for (const text of [summary, description, ...parameters.map((one) => one.description)]) {
      expect(text).toMatch(/\S.{5,}/);
    }
    expect(tags).toHaveLength(1);
  });

  it('has examples of its request and its answers, and its schemas allow them', () => {
    const all = [...contentsOf(responses), ...Object.values(requestBody?.content ?? {})];
    // A file cannot stand in the document.
    const contents = all.filter(({ schema }) => !JSON.stringify(schema).includes('"format":"binary"'));
    for (const content of contents) {
      const faults = faultsOfExamples(content);
      expect(faults.length).toBeGreaterThan(0);
      expect(faults.filter(Boolean)).toEqual([]);
    }
    const required = parameters.filter((parameter) => parameter.required);
    for (const { schema, example } of required) expect(schemas.faults(schema, example)).toBe('');
  });

  it('names the errors that any request may meet', () => {
    const limited = tags.includes('System') ? [] : ['429'];
    const expected = [...(name.startsWith('GET') ? [] : ['400', '415']), ...limited, '500', '503'];
    expect(Object.keys(responses)).toEqual(expect.arrayContaining(expected));
  });
});
