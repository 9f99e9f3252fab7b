import type { Multipart, MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { formLimits, largestForm } from './form-limits';
import { FormParts } from './form-parts';
import { formProblem, formTooLarge } from './form-problems';
import { FormShape } from './takes-form';

/**
 * Reads a form into memory.
 *
 * Whoever is refused before the end still gets an answer: the rest is let through unread, because clients look at the
 * answer only when they have sent everything.
 *
 * @param fileLimit the largest file, in bytes
 * @throws HttpProblemError
 */
export async function readForm(request: FastifyRequest, shape: FormShape, fileLimit: number): Promise<FormParts> {
  if (Number(request.headers['content-length']) > largestForm(fileLimit)) {
    throw formTooLarge('The body is larger than this server takes.');
  }
  const form = new FormParts(shape);
  try {
    for await (const part of partsOf(request, fileLimit)) {
      const field = part.fieldname ?? '';
      if (part.type === 'field') form.addText(field, part.value, part.valueTruncated);
      else if (!form.wantsFile(field)) part.file.resume();
      else await addFile(form, part, fileLimit);
    }
  } finally {
    request.raw.unpipe();
    request.raw.resume();
  }
  form.done();
  return form;
}

async function* partsOf(request: FastifyRequest, fileLimit: number): AsyncGenerator<Multipart> {
  try {
    yield* request.parts({ limits: formLimits(fileLimit) });
  } catch (error) {
    throw formProblem(error);
  }
}

async function addFile(
  form: FormParts,
  { fieldname, filename, file }: MultipartFile,
  fileLimit: number,
): Promise<void> {
  const content = await contentOf(file).catch((error: unknown) => {
    throw formProblem(error);
  });
  if (file.truncated) throw formTooLarge(`A file has more than ${fileLimit} bytes.`);
  // What a browser sends for a file that nobody has chosen.
  if (filename !== '' || content.length > 0) form.addFile({ field: fieldname, content });
}

/** Up to the end, or to the limit: behind that the end may be far away. */
async function contentOf(file: MultipartFile['file']): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of file) {
    chunks.push(chunk as Buffer);
    if (file.truncated) break;
  }
  return Buffer.concat(chunks);
}
