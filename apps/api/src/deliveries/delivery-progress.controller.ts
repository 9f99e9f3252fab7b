import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { ReachCheckpoint } from '@fleet/application/deliveries/reach-checkpoint';
import { ReportIncident } from '@fleet/application/deliveries/report-incident';
import { ResolveIncident } from '@fleet/application/deliveries/resolve-incident';
import { ResolvedIncidents, ResolveIncidents } from '@fleet/application/deliveries/resolve-incidents';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { Access, OwnOrAll } from '@fleet/api/http/access/access';
import { LimitedTo } from '@fleet/api/http/access/caller';
import { IfMatch } from '@fleet/api/http/entity-tag';
import { Idempotent } from '@fleet/api/http/idempotency/idempotent';
import { Versioned } from '@fleet/api/http/resource-answers';
import { ResourceId } from '@fleet/api/http/resource-id';
import * as docs from './delivery-progress.docs';
import {
  ReachCheckpointRequest,
  ReportIncidentRequest,
  ResolveIncidentRequest,
  ResolveIncidentsRequest,
} from './delivery-progress.dto';

/** What happens on the way. */
@ApiTags('Deliveries')
@Controller('deliveries')
export class DeliveryProgressController {
  constructor(
    private readonly reachCheckpoint: ReachCheckpoint,
    private readonly reportIncident: ReportIncident,
    private readonly resolveIncident: ResolveIncident,
    private readonly resolveIncidents: ResolveIncidents,
  ) {}

  @Post(':id/checkpoints')
  @docs.reachCheckpoint
  @OwnOrAll('deliveries:move')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  reach(
    @ResourceId() id: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() request: ReachCheckpointRequest,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<DeliveryView> {
    return this.reachCheckpoint.execute({ id, expectedVersion, limitedTo, ...request });
  }

  @Post('incidents/resolve')
  @docs.resolveIncidents
  @Access('deliveries:write')
  @Idempotent()
  @HttpCode(200)
  resolveMany(@Body() { incidentIds, resolution }: ResolveIncidentsRequest): Promise<ResolvedIncidents> {
    return this.resolveIncidents.execute(incidentIds, resolution);
  }

  @Post(':id/incidents')
  @docs.reportIncident
  @OwnOrAll('deliveries:move')
  @Idempotent()
  @Versioned()
  report(
    @ResourceId() id: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() request: ReportIncidentRequest,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<DeliveryView> {
    return this.reportIncident.execute({ id, expectedVersion, limitedTo, ...request });
  }

  @Post(':id/incidents/:incidentId/resolve')
  @docs.resolveIncident
  @OwnOrAll('deliveries:move')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  resolve(
    @ResourceId() id: string,
    @ResourceId('incidentId') incidentId: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() { resolution }: ResolveIncidentRequest,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<DeliveryView> {
    return this.resolveIncident.execute({ id, incidentId, expectedVersion, limitedTo, resolution });
  }
}
