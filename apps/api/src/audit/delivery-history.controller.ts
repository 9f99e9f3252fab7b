import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditEntry } from '@fleet/application/audit/audit-entry.view';
import { ListDeliveryHistory } from '@fleet/application/audit/list-delivery-history';
import { Principal } from '@fleet/application/identity/principal';
import { Page } from '@fleet/application/shared/page';
import { OwnOrAll } from '@fleet/api/http/access/access';
import { Caller } from '@fleet/api/http/access/caller';
import { PageQuery } from '@fleet/api/http/page.query';
import { ResourceId } from '@fleet/api/http/resource-id';
import * as docs from './audit.docs';

@ApiTags('Deliveries')
@Controller('deliveries/:id/history')
export class DeliveryHistoryController {
  constructor(private readonly history: ListDeliveryHistory) {}

  @Get()
  @docs.deliveryHistory
  @OwnOrAll('deliveries:read')
  list(@ResourceId() id: string, @Query() page: PageQuery, @Caller() caller: Principal): Promise<Page<AuditEntry>> {
    return this.history.execute(id, page, caller);
  }
}
