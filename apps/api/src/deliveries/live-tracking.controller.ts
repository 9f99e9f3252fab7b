import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { LiveDeliveryView } from '@fleet/application/deliveries/live-delivery.view';
import { TrackDeliveries } from '@fleet/application/deliveries/track-deliveries';
import { Page } from '@fleet/application/shared/page';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { OwnOrAll } from '@fleet/api/http/access/access';
import { LimitedTo } from '@fleet/api/http/access/caller';
import * as docs from './delivery-reads.docs';
import { AssignedQuery } from './delivery-reads.dto';

@ApiTags('Deliveries')
@Controller('deliveries/live-tracking')
export class LiveTrackingController {
  constructor(private readonly trackDeliveries: TrackDeliveries) {}

  @Get()
  @docs.track
  @OwnOrAll('deliveries:read')
  list(
    @Query() { limit, cursor, ...filter }: AssignedQuery,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<Page<LiveDeliveryView>> {
    return this.trackDeliveries.execute({ limit, cursor, filter: { ...filter, limitedTo } });
  }
}
