import { Injectable } from '@nestjs/common';
import { Clock } from '@fleet/domain/shared/clock';
import { Page } from '@fleet/application/shared/page';
import { LiveDeliveryView, liveDeliveryView } from './live-delivery.view';
import { RoadQueries, RoadRequest } from './road.queries';

/** The deliveries on the road as they stand now. */
@Injectable()
export class TrackDeliveries {
  constructor(
    private readonly road: RoadQueries,
    private readonly clock: Clock,
  ) {}

  /** @throws InvalidCursorError */
  async execute(request: RoadRequest): Promise<Page<LiveDeliveryView>> {
    const { items, nextCursor } = await this.road.list(request);
    const now = this.clock.now();
    return { items: items.map((delivery) => liveDeliveryView(delivery, now)), nextCursor };
  }
}
