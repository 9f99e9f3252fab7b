import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { CSV_BODY, FORM_BODY, mediaTypeOf } from './media-types';
import { Problem } from './problem';
import { ProblemReplies } from './problem-replies';

const TOO_SLOW: Problem = {
  status: 408,
  code: 'REQUEST_TIMEOUT',
  detail: 'The body did not arrive in time.',
  headers: { Connection: 'close' },
};

/** So many times as long as another body: five photos take minutes over a telephone that has hardly any signal. */
const PATIENCE_WITH_FORMS = 10;

const TIMERS = new WeakMap<FastifyRequest, NodeJS.Timeout>();

/**
 * A client that does not finish its JSON body in time gets 408. A stream, which is worked on as it comes, may take
 * longer, as long as it comes; so may a form, whose files are large, but it fills the memory and so not forever.
 */
export function limitBodyTime(server: FastifyInstance, milliseconds: number, replies: ProblemReplies): void {
  server.addHook('preParsing', (request, reply, payload, done) => {
    if (hasBody(request)) {
      // The answer closes the connection; destroying the body would do so before the answer is out.
      const refuse = () => replies.sendProblem(TOO_SLOW, request, reply);
      const [isStream, isForm] = [CSV_BODY, FORM_BODY].map((type) => mediaTypeOf(request) === type);
      if (isStream || isForm) refuseStandstill(request, reply, milliseconds, refuse);
      if (!isStream) refuseAfter(request, reply, isForm ? milliseconds * PATIENCE_WITH_FORMS : milliseconds, refuse);
    }
    done(null, payload);
  });
  server.addHook('preValidation', (request, _reply, done) => {
    clearTimeout(TIMERS.get(request));
    done();
  });
}

function refuseAfter(request: FastifyRequest, reply: FastifyReply, milliseconds: number, refuse: () => void): void {
  const timer = setTimeout(refuse, milliseconds);
  TIMERS.set(request, timer);
  reply.raw.once('close', () => clearTimeout(timer));
}

/** It is the client's standstill when nothing came, nothing waits for us to take it, and the end is not there yet. */
function refuseStandstill(
  { raw }: FastifyRequest,
  reply: FastifyReply,
  milliseconds: number,
  refuse: () => void,
): void {
  let before = -1;
  const timer = setInterval(() => {
    const { bytesRead } = raw.socket;
    if (bytesRead === before && raw.readableLength === 0 && !raw.complete) refuse();
    before = bytesRead;
  }, milliseconds);
  reply.raw.once('close', () => clearInterval(timer));
}

/** Whether the request says that it has one. */
export function hasBody({ headers }: FastifyRequest): boolean {
  return headers['content-length'] !== undefined || headers['transfer-encoding'] !== undefined;
}
