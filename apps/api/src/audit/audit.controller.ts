import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { AuditEntry } from '@fleet/application/audit/audit-entry.view';
import { AuditQueries } from '@fleet/application/audit/audit.queries';
import { Page } from '@fleet/application/shared/page';
import { Access } from '@fleet/api/http/access/access';
import * as docs from './audit.docs';
import { ListAuditQuery } from './audit.dto';

@ApiTags('Audit')
@Controller('audit')
export class AuditController {
  constructor(private readonly audit: AuditQueries) {}

  @Get()
  @docs.list
  @Access('audit:read')
  list(@Query() { limit, cursor, ...filter }: ListAuditQuery): Promise<Page<AuditEntry>> {
    return this.audit.list({ limit, cursor, filter });
  }
}
