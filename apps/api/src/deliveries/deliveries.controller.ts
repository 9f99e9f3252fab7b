import { Body, Controller, HttpCode, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AssignDelivery } from '@fleet/application/deliveries/assign-delivery';
import { ChangeDelivery } from '@fleet/application/deliveries/change-delivery';
import { ChangeDeliveryStatus } from '@fleet/application/deliveries/change-delivery-status';
import { CreateDelivery } from '@fleet/application/deliveries/create-delivery';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { Access, OwnOrAll } from '@fleet/api/http/access/access';
import { LimitedTo } from '@fleet/api/http/access/caller';
import { IfMatch } from '@fleet/api/http/entity-tag';
import { Idempotent } from '@fleet/api/http/idempotency/idempotent';
import { CreatedIn, Versioned } from '@fleet/api/http/resource-answers';
import { ResourceId } from '@fleet/api/http/resource-id';
import { detailsOf } from './delivery-details';
import * as docs from './deliveries.docs';
import {
  AssignDeliveryRequest,
  CancelDeliveryRequest,
  ChangeDeliveryRequest,
  ChangeDeliveryStatusRequest,
  CreateDeliveryRequest,
} from './deliveries.dto';

@ApiTags('Deliveries')
@Controller('deliveries')
export class DeliveriesController {
  constructor(
    private readonly createDelivery: CreateDelivery,
    private readonly changeDelivery: ChangeDelivery,
    private readonly assignDelivery: AssignDelivery,
    private readonly changeDeliveryStatus: ChangeDeliveryStatus,
  ) {}

  @Post()
  @docs.create
  @Access('deliveries:write')
  @Idempotent()
  @CreatedIn('/api/deliveries')
  @Versioned()
  create(@Body() request: CreateDeliveryRequest): Promise<DeliveryView> {
    const { routeId, vehicleId, driverId } = request;
    return this.createDelivery.execute({ ...detailsOf(request), routeId, vehicleId, driverId });
  }

  @Put(':id')
  @docs.change
  @Access('deliveries:write')
  @Versioned()
  change(
    @ResourceId() id: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() request: ChangeDeliveryRequest,
  ): Promise<DeliveryView> {
    return this.changeDelivery.execute({ id, expectedVersion, ...detailsOf(request) });
  }

  @Post(':id/assign')
  @docs.assign
  @Access('deliveries:write')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  assign(
    @ResourceId() id: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() request: AssignDeliveryRequest,
  ): Promise<DeliveryView> {
    return this.assignDelivery.execute({ id, expectedVersion, ...request });
  }

  @Post(':id/status')
  @docs.changeStatus
  @OwnOrAll('deliveries:move')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  changeStatus(
    @ResourceId() id: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() request: ChangeDeliveryStatusRequest,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<DeliveryView> {
    return this.changeDeliveryStatus.execute({ id, expectedVersion, limitedTo, ...request });
  }

  @Post(':id/cancel')
  @docs.cancel
  @OwnOrAll('deliveries:move')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  cancel(
    @ResourceId() id: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() request: CancelDeliveryRequest,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<DeliveryView> {
    return this.changeDeliveryStatus.execute({ id, expectedVersion, limitedTo, status: 'Cancelled', ...request });
  }

  @Post(':id/retry')
  @docs.retry
  @OwnOrAll('deliveries:move')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  retry(
    @ResourceId() id: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<DeliveryView> {
    return this.changeDeliveryStatus.execute({ id, expectedVersion, limitedTo, status: 'PickedUp' });
  }
}
