import { PROBLEMS } from './problem-table';
import { ALL_CODES } from './problem-answers';

/** The version of the contract, by the rules of semantic versioning; not that of the product. */
export const API_VERSION = '1.0.0';

export const TITLE = 'FleetManager API';

export const TAGS = [
  ['Vehicles', 'The vehicles of the fleet: registering, finding, changing and importing them.'],
  ['Drivers', 'The people who drive: registering, finding, changing, activating and deactivating them.'],
  ['Trips', 'A trip takes one available vehicle and one available driver, and ends once.'],
  ['Maintenance', 'What is due, what is in the workshop, and what has been done.'],
  ['Sign-in', "Who calls: signing in and out, and one's own account."],
  ['Users', 'The people who sign in, and what each may do. For administrators.'],
  ['API keys', 'The keys of services that call without signing in. For administrators.'],
  ['System', 'For whoever operates the product: is it alive, is it ready?'],
] as const;

export type Tag = (typeof TAGS)[number][0];

const CODES = ALL_CODES.map((code) => `| ${PROBLEMS[code].problem.status} | \`${code}\` | ${PROBLEMS[code].when} |`);

export const DESCRIPTION = `
Vehicles, drivers, maintenance and trips of one fleet.

**Ways to read this:** [the explorer](/docs), where every operation can be tried ·
[the reference](/redoc) · [the document itself](/openapi.json) for code generators.

**First steps.** In the explorer open *Vehicles → List vehicles* and press *Execute*. Examples can be sent as they stand:
those that create something work once (the second time the plate or the licence number is taken), and those that name an
id work on the demo fleet (\`npm run demo\`).

## Values

- JSON in camelCase. Types are exact: \`"2022"\` is no number, and an unknown field is refused.
- Text is trimmed, and blank text is missing text. \`null\` for an optional field is the same as leaving it out; so is a
  blank query parameter.
- Ids are UUIDs. Instants are ISO 8601 in UTC, such as \`2026-01-31T12:00:00.000Z\`; a request may use any zone.
- Distances and mileages are whole kilometres; money is in the fleet's currency, with at most two decimals.

## Lists

Every list answers \`{ "items": […], "nextCursor": "…" }\`. Send \`nextCursor\` as \`cursor\`, with the same filters and
\`sort\`, to get the next page; on the last page it is null. A cursor is good for its own list only. \`limit\` is the number of items a page: 1 to 200, 50 unless told otherwise.
Filters are combined: an item must satisfy all of them. \`sort=mileage\` goes up, \`sort=-mileage\` down.

## Versions

A resource that changes has a \`version\`, and the same number in the header \`ETag\`. Send it back as \`If-Match: "3"\` with
a change, and the change is refused with 412 when somebody else was faster. Send it as \`If-None-Match\` when reading, and
the answer is 304 without a body when you already have it.

## Requests

Every answer has an \`X-Request-Id\`, which every log line of the request carries. Send one of your own (1–64 of letters,
digits and \`-_.\`) to follow a request across systems. HEAD answers as GET does, without the body.

## Errors

Every error is a problem document (\`application/problem+json\`, RFC 9457): decide by its \`code\`, show its \`detail\`,
and put its \`errors\` beside the fields that they name.

| status | code | when |
|---|---|---|
${CODES.join('\n')}
`.trim();
