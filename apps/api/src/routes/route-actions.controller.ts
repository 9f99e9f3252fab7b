import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActivateRoute } from '@fleet/application/routes/activate-route';
import { CancelRoute } from '@fleet/application/routes/cancel-route';
import { CompleteRoute } from '@fleet/application/routes/complete-route';
import { RouteView } from '@fleet/application/routes/route.view';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { Access } from '@fleet/api/http/access/access';
import { IfMatch } from '@fleet/api/http/entity-tag';
import { Idempotent } from '@fleet/api/http/idempotency/idempotent';
import { Versioned } from '@fleet/api/http/resource-answers';
import { ResourceId } from '@fleet/api/http/resource-id';
import * as docs from './route-actions.docs';

/** What moves a route on from one status to the next. */
@ApiTags('Routes')
@Controller('routes/:id')
export class RouteActionsController {
  constructor(
    private readonly activateRoute: ActivateRoute,
    private readonly completeRoute: CompleteRoute,
    private readonly cancelRoute: CancelRoute,
  ) {}

  @Post('activate')
  @docs.activate
  @Access('routes:write')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  activate(@ResourceId() id: string, @IfMatch() expectedVersion: ExpectedVersion): Promise<RouteView> {
    return this.activateRoute.execute({ id, expectedVersion });
  }

  @Post('complete')
  @docs.complete
  @Access('routes:write')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  complete(@ResourceId() id: string, @IfMatch() expectedVersion: ExpectedVersion): Promise<RouteView> {
    return this.completeRoute.execute({ id, expectedVersion });
  }

  @Post('cancel')
  @docs.cancel
  @Access('routes:write')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  cancel(@ResourceId() id: string, @IfMatch() expectedVersion: ExpectedVersion): Promise<RouteView> {
    return this.cancelRoute.execute({ id, expectedVersion });
  }
}
