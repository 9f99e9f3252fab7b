import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { MeasureServiceLevel } from '@fleet/application/deliveries/measure-service-level';
import { ServiceLevelView } from '@fleet/application/deliveries/service-level.view';
import { Access } from '@fleet/api/http/access/access';
import * as docs from './delivery-reads.docs';
import { ServiceLevelQuery } from './delivery-reads.dto';

@ApiTags('Deliveries')
@Controller('deliveries/service-level')
export class ServiceLevelController {
  constructor(private readonly measure: MeasureServiceLevel) {}

  @Get()
  @docs.serviceLevel
  @Access('deliveries:read')
  show(@Query() query: ServiceLevelQuery): Promise<ServiceLevelView> {
    return this.measure.execute(query);
  }
}
