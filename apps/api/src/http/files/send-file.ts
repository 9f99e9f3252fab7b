import type { FastifyReply, FastifyRequest } from 'fastify';
import { isKnownTag } from '@fleet/api/http/entity-tag';

/** A file that somebody has uploaded. */
export interface SentFile {
  readonly mediaType: string;
  /** What it is called when it is saved; letters, digits and `-_.` alone. */
  readonly name: string;
  /** Of its content, in hexadecimal digits. */
  readonly sha256: string;
  read(): Promise<Uint8Array>;
}

/** Whatever it holds, a browser shows nothing of it in the name of this server, and runs nothing. */
const HARMLESS = { 'Content-Security-Policy': "default-src 'none'; sandbox" };

/**
 * What a handler returns to answer with a file, for a GET. It never changes, so whoever has it gets 304, and it is not
 * even read. Who may keep it, `ruleCaches` says, as for every answer.
 */
export async function sendFile(
  { mediaType, name, sha256, read }: SentFile,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): Promise<Buffer | undefined> {
  const tag = `"${sha256}"`;
  if (isKnownTag(headers['if-none-match'], tag)) {
    void reply.code(304).header('ETag', tag);
    return undefined;
  }
  // Headers come afterwards: an error must not get them.
  const content = await read();
  const disposition = `attachment; filename="${name}"`;
  void reply.headers({ ...HARMLESS, 'Content-Disposition': disposition, ETag: tag }).type(mediaType);
  return Buffer.from(content.buffer, content.byteOffset, content.byteLength);
}
