import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Clock } from '@fleet/domain/shared/clock';
import { JSON_MEDIA_TYPE } from '@fleet/api/http/media-types';
import { buildDocument } from './build-document';
import { namePresentYear } from './present-year';
import { serveFile, ServedFile } from './served-file';

const HTML = 'text/html; charset=utf-8';
const CSS = 'text/css; charset=utf-8';
const SCRIPT = 'text/javascript; charset=utf-8';

/** Serves the API explorer, the reference and the document. They load nothing from another host. */
export function serveDocumentation(app: NestFastifyApplication): void {
  const server: FastifyInstance = app.getHttpAdapter().getInstance();
  const document = () => JSON.stringify(namePresentYear(buildDocument(app), app.get(Clock).now()));
  for (const file of FILES) serveFile(server, file);
  serveFile(server, { path: '/openapi.json', mediaType: JSON_MEDIA_TYPE, read: document });
}

const FILES: readonly ServedFile[] = [
  { path: '/docs', mediaType: HTML, read: page('explorer.html') },
  { path: '/docs/', mediaType: HTML, read: page('explorer.html') },
  { path: '/docs/explorer.js', mediaType: SCRIPT, read: page('explorer.js') },
  { path: '/docs/explorer.css', mediaType: CSS, read: page('explorer.css') },
  { path: '/docs/icon.svg', mediaType: 'image/svg+xml', read: page('icon.svg') },
  { path: '/docs/swagger-ui.css', mediaType: CSS, read: packaged('swagger-ui-dist/swagger-ui.css') },
  { path: '/docs/swagger-ui-bundle.js', mediaType: SCRIPT, read: packaged('swagger-ui-dist/swagger-ui-bundle.js') },
  { path: '/redoc', mediaType: HTML, read: page('reference.html') },
  { path: '/docs/reference.js', mediaType: SCRIPT, read: page('reference.js') },
  { path: '/docs/reference.css', mediaType: CSS, read: page('reference.css') },
  { path: '/docs/redoc.js', mediaType: SCRIPT, read: redoc },
];

function page(name: string): () => Buffer {
  return () => readFileSync(join(__dirname, 'pages', name));
}

function packaged(file: string): () => Buffer {
  return () => readFileSync(require.resolve(file));
}

/** ReDoc takes the logo of its maker from another host: here it gets none. */
function redoc(): string {
  const bundle = packaged('redoc/bundles/redoc.standalone.js')().toString('utf8');
  return bundle.replaceAll('https://cdn.redoc.ly/redoc/logo-mini.svg', 'data:,');
}
