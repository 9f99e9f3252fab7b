import { CallHandler, ExecutionContext, Injectable, NestInterceptor } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { map, Observable } from 'rxjs';
import { entityTag, isKnown } from './entity-tag';

/** Sends the resource's version as its ETag; a reader who has that version gets 304 and no body. */
@Injectable()
export class VersionedInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<{ version: number }>): Observable<unknown> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const reply = http.getResponse<FastifyReply>();
    const reads = request.method === 'GET' || request.method === 'HEAD';
    return next.handle().pipe(
      map((resource) => {
        void reply.header('ETag', entityTag(resource.version));
        if (!reads || !isKnown(request.headers['if-none-match'], resource.version)) return resource;
        void reply.code(304);
        return undefined;
      }),
    );
  }
}
