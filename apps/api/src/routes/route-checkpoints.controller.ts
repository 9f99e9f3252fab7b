import { Body, Controller, Delete, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AddCheckpoint } from '@fleet/application/routes/add-checkpoint';
import { ChangeCheckpoint } from '@fleet/application/routes/change-checkpoint';
import { RemoveCheckpoint } from '@fleet/application/routes/remove-checkpoint';
import { ReplaceCheckpoints } from '@fleet/application/routes/replace-checkpoints';
import { RouteView } from '@fleet/application/routes/route.view';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { Access } from '@fleet/api/http/access/access';
import { IfMatch } from '@fleet/api/http/entity-tag';
import { Idempotent } from '@fleet/api/http/idempotency/idempotent';
import { Versioned } from '@fleet/api/http/resource-answers';
import { ResourceId } from '@fleet/api/http/resource-id';
import { CheckpointSequence } from './checkpoint-sequence';
import { CheckpointRequest, ReplaceCheckpointsRequest } from './checkpoints.dto';
import * as docs from './route-checkpoints.docs';

/** The checkpoints of a route. They are part of it, so each answer is the whole route in its new version. */
@ApiTags('Routes')
@Controller('routes/:id/checkpoints')
export class RouteCheckpointsController {
  constructor(
    private readonly addCheckpoint: AddCheckpoint,
    private readonly replaceCheckpoints: ReplaceCheckpoints,
    private readonly changeCheckpoint: ChangeCheckpoint,
    private readonly removeCheckpoint: RemoveCheckpoint,
  ) {}

  @Post()
  @docs.add
  @Access('routes:write')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  add(
    @ResourceId() id: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() checkpoint: CheckpointRequest,
  ): Promise<RouteView> {
    return this.addCheckpoint.execute({ id, expectedVersion, checkpoint });
  }

  @Put()
  @docs.replace
  @Access('routes:write')
  @Versioned()
  replace(
    @ResourceId() id: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() { checkpoints }: ReplaceCheckpointsRequest,
  ): Promise<RouteView> {
    return this.replaceCheckpoints.execute({ id, expectedVersion, checkpoints });
  }

  @Put(':sequence')
  @docs.change
  @Access('routes:write')
  @Versioned()
  change(
    @ResourceId() id: string,
    @CheckpointSequence() sequence: number,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() checkpoint: CheckpointRequest,
  ): Promise<RouteView> {
    return this.changeCheckpoint.execute({ id, expectedVersion, sequence, checkpoint });
  }

  @Delete(':sequence')
  @docs.remove
  @Access('routes:write')
  @Versioned()
  remove(
    @ResourceId() id: string,
    @CheckpointSequence() sequence: number,
    @IfMatch() expectedVersion: ExpectedVersion,
  ): Promise<RouteView> {
    return this.removeCheckpoint.execute({ id, expectedVersion, sequence });
  }
}
