import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import type { FastifyInstance } from 'fastify';
import helmet from 'helmet';

const HSTS = 'strict-transport-security';

/** The documentation pages bring scripts, styles and pictures of their own and load nothing from elsewhere. */
const CONTENT_SECURITY_POLICY = {
  directives: {
    defaultSrc: ["'self'"],
    styleSrc: ["'self'", "'unsafe-inline'"],
    fontSrc: ["'self'"],
    imgSrc: ["'self'", 'data:'],
    workerSrc: ["'self'", 'blob:'],
    // Served over plain HTTP on a laptop as well.
    upgradeInsecureRequests: null,
  },
};

const { [HSTS]: ONLY_TLS, 'content-security-policy': POLICY, ...OTHERS } = securityHeaders();
const POLICY_LINE = lines({ 'content-security-policy': POLICY! });
const OTHER_LINES = lines(OTHERS);

/** For an answer that is written by hand. */
export const SECURITY_LINES = POLICY_LINE + OTHER_LINES;

/**
 * An answer with the headers that make browsers careful. They are the same for every answer and are put behind its own
 * as one text: handing them over one by one, to be looked up, checked and written, takes a tenth of a small answer's time.
 */
export class CarefulResponse<Request extends IncomingMessage = IncomingMessage> extends ServerResponse<Request> {
  override writeHead(status: number, ...others: unknown[]): this {
    super.writeHead(status, ...(others as []));
    // What Node has made of the status and the headers; an empty line ends it.
    const written = this as unknown as { _header: string };
    const own = written._header.slice(0, -2);
    // A file that somebody has uploaded has a stricter policy of its own.
    const policy = own.includes('\r\ncontent-security-policy: ') ? '' : POLICY_LINE;
    written._header = `${own}${policy}${OTHER_LINES}\r\n`;
    return this;
  }
}

/** Behind a proxy that speaks TLS, browsers are told to stay with it. Over plain HTTP they would pass that over. */
export function stayWithTls(server: FastifyInstance): void {
  server.addHook('onRequest', (request, reply, done) => {
    if (request.protocol === 'https') void reply.header(HSTS, ONLY_TLS);
    done();
  });
}

function securityHeaders(): Record<string, string> {
  const response = new ServerResponse(new IncomingMessage(new Socket()));
  helmet({ contentSecurityPolicy: CONTENT_SECURITY_POLICY })(response.req, response, () => undefined);
  return Object.fromEntries(response.getHeaderNames().map((name) => [name, String(response.getHeader(name))]));
}

function lines(headers: Readonly<Record<string, string>>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('');
}
