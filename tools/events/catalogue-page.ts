import { Schema } from 'ts-json-schema-generator';
import { DescribedEvent, DescribedStream } from './event-catalogue';
import { fieldsOf, typeText } from './type-text';

const INTRODUCTION = `# Events

<!-- Made from libs/domain/src/**/*.events.ts by \`npm run events\`. -->

Everything that happens is written down, in the transaction in which it happens, and never changed: the event log. Here is
each type of event, with the version that its payload is written in now and the fields that it has; as JSON schemas they are
in [events.schema.json](events.schema.json). Payloads of earlier versions are read as the present one
([why and how](adr/0022-event-versions.md)), and one of each is kept in \`tests/golden/events\`. A field that ends in \`?\` may
be left out. Personal fields are encrypted under a key of that person alone, and are null once it is destroyed.`;

/** The catalogue as a page for people. */
export function cataloguePage(streams: readonly DescribedStream[]): string {
  return [INTRODUCTION, ...streams.map(section)].join('\n\n');
}

function section({ stream, description, events }: DescribedStream): string {
  return [`## ${stream}`, sentence(description), ...events.map(entry)].filter(Boolean).join('\n\n');
}

function entry({ type, version, description, schema, personal }: DescribedEvent): string {
  return [
    `### ${type}`,
    [`Version ${version}.`, sentence(description)].join(' ').trim(),
    fields(schema, personal),
  ].join('\n\n');
}

function fields(schema: Schema, personal: readonly string[]): string {
  const rows = fieldsOf(schema).map(({ name, label, schema: field }) => [
    `\`${label}\``,
    `\`${typeText(field)}\``,
    personal.includes(name) ? 'yes' : '',
    sentence(field.description ?? ''),
  ]);
  if (rows.length === 0) return 'It has no fields.';
  const table = [['field', 'type', 'personal', 'meaning'], ['-', '-', '-', '-'], ...rows];
  const told = table[0]!.map((_, column) => rows.some((row) => row[column] !== ''));
  return table.map((row) => line(row.filter((_, column) => told[column]))).join('\n');
}

function line(cells: readonly string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
}

/** Comments are broken where the line of the code ends. */
function sentence(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
