import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DeliveryQueries } from '@fleet/application/deliveries/delivery.queries';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { ShowDeliveryAt } from '@fleet/application/deliveries/show-delivery-at';
import { Page } from '@fleet/application/shared/page';
import { DeliveryNotFoundError } from '@fleet/domain/deliveries/delivery.errors';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { OwnOrAll } from '@fleet/api/http/access/access';
import { LimitedTo } from '@fleet/api/http/access/caller';
import { AsOf, VersionedOrPast } from '@fleet/api/http/as-of';
import { ResourceId } from '@fleet/api/http/resource-id';
import { parseSort } from '@fleet/api/http/sort';
import * as docs from './delivery-reads.docs';
import { ListDeliveriesQuery } from './delivery-reads.dto';

@ApiTags('Deliveries')
@Controller('deliveries')
export class DeliveryReadsController {
  constructor(
    private readonly deliveries: DeliveryQueries,
    private readonly showDeliveryAt: ShowDeliveryAt,
  ) {}

  @Get()
  @docs.list
  @OwnOrAll('deliveries:read')
  list(
    @Query() { limit, cursor, sort, ...filter }: ListDeliveriesQuery,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<Page<DeliveryView>> {
    return this.deliveries.list({ limit, cursor, filter: { ...filter, limitedTo }, ...parseSort(sort) });
  }

  @Get(':id')
  @docs.get
  @OwnOrAll('deliveries:read')
  @VersionedOrPast('Drivers, who see deliveries as they are now, get 404.')
  async get(
    @ResourceId() id: string,
    @AsOf() asOf: Date | undefined,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<DeliveryView> {
    if (asOf) return this.showDeliveryAt.execute(id, asOf, limitedTo);
    const delivery = await this.deliveries.find(id, limitedTo);
    if (!delivery) throw new DeliveryNotFoundError();
    return delivery;
  }
}
