import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { AccessRule } from '@fleet/api/http/access/access';

/** Something that the product serves as it stands, from memory. */
export interface ServedFile {
  readonly path: string;
  readonly mediaType: string;
  /** Asked once, when somebody wants to have it. */
  readonly read: () => string | Buffer;
}

const PUBLIC: { access: AccessRule } = { access: { required: 'public', ownOnly: false } };

/** Browsers keep the file and ask each time whether it is still the same. */
export function serveFile(server: FastifyInstance, { path, mediaType, read }: ServedFile): void {
  let file: { body: Buffer; tag: string } | undefined;
  server.get(path, { config: PUBLIC }, (request, reply) => {
    file ??= tagged(read());
    void reply.headers({ ETag: file.tag, 'Cache-Control': 'no-cache', 'Content-Type': mediaType });
    return request.headers['if-none-match'] === file.tag ? reply.code(304).send() : reply.send(file.body);
  });
}

function tagged(content: string | Buffer): { body: Buffer; tag: string } {
  const body = Buffer.from(content);
  return { body, tag: `"${createHash('sha256').update(body).digest('base64url')}"` };
}
