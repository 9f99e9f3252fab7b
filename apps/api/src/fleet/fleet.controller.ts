import { Controller, Get, Header } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ShowFleetOverview } from '@fleet/application/fleet/show-fleet-overview';
import { Access } from '@fleet/api/http/access/access';
import { JSON_MEDIA_TYPE } from '@fleet/api/http/media-types';
import * as docs from './fleet.docs';

@ApiTags('Fleet')
@Controller('fleet')
export class FleetController {
  constructor(private readonly showOverview: ShowFleetOverview) {}

  @Get('overview')
  @docs.overview
  @Access('fleet:read')
  @Header('Content-Type', JSON_MEDIA_TYPE)
  overview(): Promise<string> {
    return this.showOverview.execute();
  }
}
