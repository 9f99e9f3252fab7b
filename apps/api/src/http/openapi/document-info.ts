import { PROBLEMS } from './problem-table';
import { ALL_CODES } from './problem-answers';

/** The version of the contract, by the rules of semantic versioning; not that of the product. */
export const API_VERSION = '1.0.0';

export const TITLE = 'FleetManager API';

export const TAGS = [
  ['Sign-in', "Who calls: signing in and out, and one's own account."],
  ['Vehicles', 'The vehicles of the fleet: registering, finding, changing and importing them.'],
  ['Drivers', 'The people who drive: registering, finding, changing, activating and deactivating them.'],
  ['Trips', 'A trip takes one available vehicle and one available driver, and ends once.'],
  ['Routes', 'A route passes its checkpoints in their order: planned, active, and over.'],
  ['Deliveries', 'What is brought to customers: assigned without conflict, tracked on its way, and proved.'],
  ['Fleet', 'The whole fleet at a glance.'],
  ['Maintenance', 'What is due, what is in the workshop, and what has been done.'],
  ['Schedules', 'Routes and deliveries that come again and again, by a rule of the calendar.'],
  ['Users', 'The people who sign in, and what each may do. For administrators.'],
  ['API keys', 'The keys of services that call without signing in. For administrators.'],
  ['Audit', 'Who did what, when and from where: everything that has happened.'],
  ['System', 'For whoever operates the product: is it alive, is it ready?'],
] as const;

const CODES = ALL_CODES.map((code) => `| ${PROBLEMS[code].problem.status} | \`${code}\` | ${PROBLEMS[code].when} |`);

export const DESCRIPTION = `
Vehicles, drivers, maintenance and trips of one fleet.

**Ways to read this:** [the explorer](/docs), where every operation can be tried ·
[the reference](/redoc) · [the document itself](/openapi.json) for code generators.

**First steps.** In the explorer open *Sign-in → Sign in* and press *Execute*: from then on you are signed in, for 15
minutes; then sign in once more. Now open *Vehicles → List vehicles* and press *Execute*. Examples can be sent as they
stand: those that create something work once (the second time the plate or the licence number is taken), and those that
name an id work on the demo fleet (\`npm run demo\`).

## Access

Every call needs \`Authorization: Bearer …\`, with the \`accessToken\` of [signing in](#tag/Sign-in), or \`X-Api-Key\`, with an
API key; never both. Open to everybody are signing in, going on with a session and signing out, \`/health\` and \`/ready\`,
and this documentation. Each other operation says which permission it needs. 401 says that nobody is known, 403 that it is
somebody who may not. Drivers see and change their own alone, and what is not theirs answers 404: their own are the driver
who they are, the trips of that driver, and the vehicles that are available or that they drive now. An
access token lasts 15 minutes; the \`refreshToken\` gets the next one, once, and comes with a successor of its own.

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

## Limits

Requests are counted by who makes them, and by the client's address where nobody is signed in: in any stretch of 10
seconds no more than 100 pass, unless the operator has set other numbers. Every answer that was counted says where its
caller stands: \`RateLimit-Policy: "default";q=100;w=10\` and \`RateLimit: "default";r=37;t=4\`, which is 37 left now and
room for more in 4 seconds. What is too much is answered with 429 and \`Retry-After\`, and does not count.

Sign-ins have a limit of their own, the policy \`login\`: in any minute no more than 10 of one account, and no more than 10
from one address, whether they succeed or not, unless the operator has set other numbers.

## Repeats

A POST whose answer was lost can be sent again without being done again. Give it an \`Idempotency-Key\`, a random UUID for
one, and send the same request with the same key until an answer comes: within 24 hours it is done once, and every repeat
gets the status and the body of the first answer, with \`Idempotency-Replayed: true\`. A key names one request: another
address or another body is refused with 422. While the first request is being worked on, the answer is 409 with
\`Retry-After\`. A request that was refused leaves no key, so it is looked at anew. Keys of different callers never meet.
The few POSTs that take no key say why.

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
