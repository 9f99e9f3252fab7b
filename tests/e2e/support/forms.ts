import { Answer, Client } from './client';
import { parseAnswer, RawConnection, rawRequest } from './raw-http';

export const BOUNDARY = 'between-parts';
export const FORM_TYPE = `Content-Type: multipart/form-data; boundary=${BOUNDARY}`;

export type Part = readonly [headers: string, content: string | Uint8Array];

export const text = (name: string, value: string, type = ''): Part => [
  `Content-Disposition: form-data; name="${name}"${type && `\r\nContent-Type: ${type}`}`,
  value,
];

export const file = (name: string, content: string | Uint8Array, fileName = 'a.png'): Part => [
  `Content-Disposition: form-data; name="${name}"; filename="${fileName}"\r\nContent-Type: image/png`,
  content,
];

/** The bytes of a form. */
export function formOf(...parts: readonly Part[]): Buffer {
  const written = parts.map(([headers, content]) =>
    Buffer.concat([Buffer.from(`--${BOUNDARY}\r\n${headers}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]),
  );
  return Buffer.concat([...written, Buffer.from(`--${BOUNDARY}--\r\n`)]);
}

/** Sends bytes as a body on a connection of its own. */
export async function sendBytes(
  client: Client,
  path: string,
  body: Uint8Array,
  headers: readonly string[] = [FORM_TYPE],
): Promise<Answer> {
  const connection = await RawConnection.open(client);
  connection.write(rawRequest(`POST ${path}`, [...headers, `Content-Length: ${body.length}`]));
  connection.write(Buffer.from(body));
  return parseAnswer(await connection.untilClosed());
}
