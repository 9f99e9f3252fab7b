import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { DeliveryView } from '@fleet/application/deliveries/delivery.view';
import { EraseDelivery } from '@fleet/application/deliveries/erase-delivery';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { Access } from '@fleet/api/http/access/access';
import { IfMatch } from '@fleet/api/http/entity-tag';
import { Idempotent } from '@fleet/api/http/idempotency/idempotent';
import { Versioned } from '@fleet/api/http/resource-answers';
import { ResourceId } from '@fleet/api/http/resource-id';
import * as docs from './deliveries.docs';

@ApiTags('Deliveries')
@Controller('deliveries/:id/erase')
export class DeliveryErasureController {
  constructor(private readonly eraseDelivery: EraseDelivery) {}

  @Post()
  @docs.erase
  @Access('deliveries:erase')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  erase(@ResourceId() id: string, @IfMatch() expectedVersion: ExpectedVersion): Promise<DeliveryView> {
    return this.eraseDelivery.execute({ id, expectedVersion });
  }
}
