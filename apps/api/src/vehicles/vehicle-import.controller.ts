import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { ImportReport } from '@fleet/application/vehicles/import-report';
import { ImportVehicles } from '@fleet/application/vehicles/import-vehicles';
import { Access } from '@fleet/api/http/access/access';
import { NotIdempotent } from '@fleet/api/http/idempotency/idempotent';
import { configureRoute } from '@fleet/api/http/route-config';
import { streamedBody } from '@fleet/api/http/streamed-body';
import { readVehicles } from './vehicle-file';
import * as docs from './vehicle-import.docs';
import { ImportVehiclesQuery } from './vehicle-import.dto';

@ApiTags('Vehicles')
@Controller('vehicles')
export class VehicleImportController {
  constructor(private readonly importVehicles: ImportVehicles) {}

  @Post('import')
  @docs.importFile
  @Access('vehicles:write')
  @NotIdempotent('the file streams in, batch by batch, each done for itself; sending it once more is harmless')
  @HttpCode(200)
  @configureRoute({ consumes: 'text/csv' })
  import(@Query() options: ImportVehiclesQuery, @Req() request: FastifyRequest): Promise<ImportReport> {
    return this.importVehicles.execute(readVehicles(streamedBody(request)), options);
  }
}
