import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { readForm } from './read-form';
import { formShapeOf } from './takes-form';
import './uploads';

type Done = (error: Error | null, body?: unknown) => void;
type MarkForm = (request: FastifyRequest, payload: unknown, done: () => void) => void;

/** Reads the forms of paths that `@TakesForm(…)`: text becomes the body, files the `uploads`. */
export function readForms(server: FastifyInstance, fileLimit: number): void {
  server.decorateRequest('uploads', null);
  const read = (request: FastifyRequest, done: Done): void => {
    const shape = formShapeOf(request);
    if (!shape) return done(new Error('A form came to a path that takes none.'));
    readForm(request, shape, fileLimit).then((form) => {
      request.uploads = form.uploads;
      done(null, form.text);
    }, done);
  };
  multipart(parserAlone(server, read), {}, () => undefined);
}

/**
 * What the plugin needs to know of the server to read a form as its body. Its hooks clear away files on the disk, which
 * nothing here makes, and would cost every other request as well: a fifth of its time when little is asked.
 */
function parserAlone(server: FastifyInstance, read: (request: FastifyRequest, done: Done) => void): FastifyInstance {
  return Object.create(server, {
    addHook: { value: () => server },
    addContentTypeParser: {
      value: (mediaType: string, markForm: MarkForm) =>
        server.addContentTypeParser(mediaType, (request, payload, done) =>
          markForm(request, payload, () => read(request, done as Done)),
        ),
    },
  }) as FastifyInstance;
}
