import { CallHandler, ExecutionContext, Injectable, mixin, NestInterceptor, Type } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { map, Observable } from 'rxjs';

/** Answers 201 with the new resource's address. @param collection such as `/api/vehicles` */
export function CreatedIn(collection: string): Type<NestInterceptor> {
  @Injectable()
  class CreatedInterceptor implements NestInterceptor {
    intercept(context: ExecutionContext, next: CallHandler<{ id: string }>): Observable<unknown> {
      const reply = context.switchToHttp().getResponse<FastifyReply>();
      return next.handle().pipe(
        map((resource) => {
          void reply.code(201).header('Location', `${collection}/${resource.id}`);
          return resource;
        }),
      );
    }
  }
  return mixin(CreatedInterceptor);
}
