import { Part, BOUNDARY, file, FORM_TYPE, formOf, sendBytes, text } from './support/forms';
import { FormServer, startFormServer } from './support/form-server';
import { expectFaultsOf, expectProblem } from './support/problems';

const FILE_LIMIT = 4_096;
const BY = text('receivedBy', 'Ana');

let server: FormServer;
beforeAll(async () => {
  server = await startFormServer({ fileLimit: FILE_LIMIT, requestTimeout: 30_000 });
});
afterAll(() => server.stop());

const send = (...parts: Part[]) => sendBytes(server.client, '/form', formOf(...parts));
const sendTo = (path: string, body: string | Buffer, ...headers: string[]) =>
  sendBytes(server.client, path, Buffer.from(body), headers.length > 0 ? headers : [FORM_TYPE]);
const bytes = (count: number) => Buffer.alloc(count, 0x2d);

describe('a form', () => {
  it('is its text and its files, byte for byte and in their order', async () => {
    const answer = await send(file('photos', bytes(10)), BY, file('signature', bytes(3)), file('photos', bytes(0)));
    expect(answer.status).toBe(200);
    expect(answer.body).toEqual({ receivedBy: 'Ana', files: ['photos 10', 'signature 3', 'photos 0'] });
  });

  it('may have been made by a browser', async () => {
    const form = new FormData();
    form.set('receivedBy', 'Conceição 🚚');
    form.append('photos', new Blob([bytes(4)], { type: 'image/jpeg' }), 'ação "1".jpg');
    const response = await fetch(`${server.client.baseUrl}/form`, { method: 'POST', body: form });
    expect(await response.json()).toEqual({ receivedBy: 'Conceição 🚚', files: ['photos 4'] });
  });

  it('may come in chunks, with text around it', async () => {
    const form = Buffer.concat([Buffer.from('before\r\n'), formOf(BY, file('photos', bytes(9))), Buffer.from('after')]);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const byte of form) controller.enqueue(Uint8Array.of(byte));
        controller.close();
      },
    });
    const init = { method: 'POST', headers: { 'Content-Type': FORM_TYPE.slice(14) }, body, duplex: 'half' };
    const response = await fetch(`${server.client.baseUrl}/form`, init as RequestInit);
    expect(await response.json()).toEqual({ receivedBy: 'Ana', files: ['photos 9'] });
  });

  it('has no file where nobody chose one', async () => {
    expect((await send(BY, file('signature', '', ''))).body).toEqual({ receivedBy: 'Ana', files: [] });
    expect((await send(BY, file('signature', 'x', ''))).body).toEqual({ receivedBy: 'Ana', files: ['signature 1'] });
  });

  it('is checked as JSON is', async () => {
    expectFaultsOf(await send(file('photos', bytes(1))), 'receivedBy');
    expectFaultsOf(await send(), 'receivedBy');
    expectFaultsOf(await sendTo('/form', ''), 'receivedBy');
  });
});

describe('what a form may not have', () => {
  const unknown = 'is not a known field';

  it.each<[string, string, Part[], Record<string, string>]>([
    ['text that is unknown', 'it', [BY, text('it', 'x')], { it: unknown }],
    ['a file that is unknown', 'it', [BY, file('it', 'x')], { it: unknown }],
    ['text in place of a file', 'photos', [BY, text('photos', 'x')], { photos: 'must be a file' }],
    ['a file in place of text', 'notes', [BY, file('notes', 'x')], { notes: 'must be text' }],
    ['text given twice', 'receivedBy', [BY, BY], { receivedBy: 'must be given once' }],
    [
      'a second signature',
      '',
      [BY, file('signature', 'x'), file('signature', 'y')],
      { signature: 'must be given once' },
    ],
    ['six photos', '', [BY, ...Array<Part>(6).fill(file('photos', 'x'))], { photos: 'must be at most 5 files' }],
    ['text that is too long', '', [text('receivedBy', 'x'.repeat(8_193))], { receivedBy: 'is too long' }],
    ['JSON in place of text', '', [text('receivedBy', '{}', 'application/json')], { receivedBy: 'must be text' }],
    ['broken JSON', '', [BY, text('notes', '{', 'application/json')], { '': 'must be text' }],
    ['a part without a name', '', [BY, ['Content-Disposition: form-data', 'x']], { '': unknown }],
    ['__proto__', '', [BY, text('__proto__', 'x')], { '': unknown }],
    ['constructor as a file', '', [BY, file('constructor', 'x')], { '': unknown }],
    ['toString', '', [BY, text('toString', 'x')], { '': unknown }],
    [
      'several faults',
      '',
      [text('a', 'x'), file('b', 'x'), text('photos', 'x')],
      { a: unknown, b: unknown, photos: 'must be a file' },
    ],
  ])('%s', async (_, __, parts, faults) => {
    const before = server.handled();
    const answer = await send(...parts);
    expectFaultsOf(answer, ...Object.keys(faults));
    const errors = (answer.body as unknown as { errors: { field: string; message: string }[] }).errors;
    expect(Object.fromEntries(errors.map(({ field, message }) => [field, message]))).toEqual(faults);
    expect(server.handled()).toBe(before);
  });

  it('text may be as long as the limit', async () => {
    expect((await send(text('receivedBy', 'x'.repeat(8_192)))).status).toBe(200);
  });
});

describe('a form that is too large', () => {
  it('has a file of one byte more than the limit', async () => {
    expect((await send(BY, file('photos', bytes(FILE_LIMIT)))).body).toMatchObject({ files: [`photos ${FILE_LIMIT}`] });
    const answer = await send(BY, file('photos', bytes(FILE_LIMIT + 1)));
    expectProblem(answer, 413, 'PAYLOAD_TOO_LARGE');
    expect(answer.body.detail).toBe(`A file has more than ${FILE_LIMIT} bytes.`);
  });

  it.each<[string, Part[]]>([
    ['seven files', Array<Part>(7).fill(file('photos', 'x'))],
    ['seven files that nobody knows', Array<Part>(7).fill(file('it', 'x'))],
    ['21 text fields', Array.from({ length: 21 }, (_, index) => text(`it${index}`, 'x'))],
  ])('has %s', async (_, parts) => expectProblem(await send(...parts), 413, 'PAYLOAD_TOO_LARGE'));

  it('has a length that no form can have', async () => {
    const answer = await send(BY, file('it', bytes(400_000)));
    expectProblem(answer, 413, 'PAYLOAD_TOO_LARGE');
    expect(answer.body.detail).toBe('The body is larger than this server takes.');
  });

  it('is answered though its client sends all of it first, and leaves the connection usable', async () => {
    for (let round = 0; round < 3; round++) {
      const form = new FormData();
      form.append('photos', new Blob([bytes(250_000)]), 'a.jpg');
      const response = await fetch(`${server.client.baseUrl}/form`, { method: 'POST', body: form });
      expect([response.status, (await response.json()) as object]).toEqual([
        413,
        expect.objectContaining({ code: 'PAYLOAD_TOO_LARGE' }),
      ]);
    }
  });
});

describe('a form that is none', () => {
  const whole = formOf(BY, file('photos', bytes(50))).toString();

  it.each([
    ['no boundary', 'Content-Type: multipart/form-data', whole],
    ['another boundary', 'Content-Type: multipart/form-data; boundary=other', whole],
    ['no end', FORM_TYPE, whole.slice(0, -6)],
    ['half a file', FORM_TYPE, whole.slice(0, -40)],
    ['half a header', FORM_TYPE, whole.slice(0, BOUNDARY.length + 20)],
    ['JSON inside', FORM_TYPE, '{"receivedBy":"Ana"}'],
  ])('with %s is MALFORMED_REQUEST', async (_, type, body) => {
    expectProblem(await sendTo('/form', body, type), 400, 'MALFORMED_REQUEST');
  });
});

describe('a path', () => {
  const json = (path: string) => server.client.post(path, { receivedBy: 'Ana' });
  const form = formOf(BY, file('photos', 'x'));

  it('that takes forms alone takes nothing else', async () => {
    expectProblem(await json('/form'), 415, 'UNSUPPORTED_MEDIA_TYPE');
    for (const type of ['text/csv', 'text/plain', 'multipart/mixed; boundary=x', 'application/x-www-form-urlencoded']) {
      expectProblem(await sendTo('/form', 'receivedBy=Ana', `Content-Type: ${type}`), 415, 'UNSUPPORTED_MEDIA_TYPE');
    }
    expectProblem(await sendTo('/form', form, FORM_TYPE, 'Content-Encoding: gzip'), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it('that takes either has no files with JSON', async () => {
    expect((await json('/either')).body).toEqual({ receivedBy: 'Ana', files: [] });
    expect((await sendTo('/either', form)).body).toEqual({ receivedBy: 'Ana', files: ['photos 1'] });
    expectProblem(await sendTo('/either', 'a,b', 'Content-Type: text/csv'), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it('that says nothing takes no form', async () => {
    expect((await json('/json')).status).toBe(200);
    expectProblem(await sendTo('/json', form), 415, 'UNSUPPORTED_MEDIA_TYPE');
    expectProblem(await sendTo('/json', form, FORM_TYPE.toUpperCase()), 415, 'UNSUPPORTED_MEDIA_TYPE');
  });

  it('takes a form however its type is written', async () => {
    const type = `Content-Type: Multipart/Form-Data ; charset=utf-8; boundary="${BOUNDARY}"`;
    expect((await sendTo('/form', form, type)).status).toBe(200);
  });
});
