import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import {
  PunctualityView,
  ServiceLevelGroupView,
  ServiceLevelView,
} from '@fleet/application/deliveries/service-level.view';
import { SERVICE_LEVEL_GROUPS, ServiceLevelGroup } from '@fleet/application/deliveries/service-level.queries';
import { EXAMPLE_SERVICE_LEVEL } from '@fleet/api/http/openapi/example-live';
import { pageOf } from '@fleet/api/http/openapi/page.response';
import { instant } from '@fleet/api/http/openapi/value-schemas';

const { total: TOTAL, groups: GROUPS } = EXAMPLE_SERVICE_LEVEL;
const number = { type: 'integer', minimum: 0 } as const;
const minutes = { type: 'integer', nullable: true } as const;

@ApiSchema({ name: 'Punctuality', description: 'How well what was promised was kept.' })
export class PunctualityResponse implements PunctualityView {
  @ApiProperty({ ...number, description: 'How many were delivered.', example: TOTAL.deliveries })
  deliveries: number;

  @ApiProperty({ ...number, description: 'For how many of them something was promised.', example: TOTAL.promised })
  promised: number;

  @ApiProperty({ ...number, description: 'How many of those came in time.', example: TOTAL.onTime })
  onTime: number;

  @ApiProperty({
    type: 'number',
    minimum: 0,
    maximum: 1,
    nullable: true,
    description: 'The share of those promised that came in time; null where nothing was promised.',
    example: TOTAL.onTimeShare,
  })
  onTimeShare: number | null;

  @ApiProperty({
    ...minutes,
    description:
      'Half of those promised were late by so many minutes at most (nearest rank); before what was promised it is negative.',
    example: TOTAL.medianLateMinutes,
  })
  medianLateMinutes: number | null;

  @ApiProperty({ ...minutes, description: 'The same of 95 of a hundred.', example: TOTAL.p95LateMinutes })
  p95LateMinutes: number | null;
}

@ApiSchema({
  name: 'ServiceLevelGroup',
  description: 'How well what was promised was kept in one group of deliveries.',
})
export class ServiceLevelGroupResponse extends PunctualityResponse implements ServiceLevelGroupView {
  @ApiProperty({
    type: 'string',
    nullable: true,
    description:
      'The id of the route or the driver, or what stands for the customer; null for customers that were erased.',
    example: GROUPS.items[0].key,
  })
  key: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'What the route, the driver or the customer is called; null once it was erased.',
    example: GROUPS.items[0].name,
  })
  name: string | null;
}

export const ServiceLevelGroupPage = pageOf(ServiceLevelGroupResponse, 'ServiceLevelGroupPage', 'groups');

@ApiSchema({ name: 'ServiceLevel', description: 'How well what was promised was kept in a range of time.' })
export class ServiceLevelResponse implements ServiceLevelView {
  @ApiProperty({
    type: 'string',
    enum: [...SERVICE_LEVEL_GROUPS, null],
    nullable: true,
    description: 'What deliveries are put together by.',
    example: 'driver',
  })
  by: ServiceLevelGroup | null;

  @ApiProperty({ ...instant, description: 'The beginning of the range.', example: EXAMPLE_SERVICE_LEVEL.from })
  from: string;

  @ApiProperty({ ...instant, description: 'Its end, which is not part of it.', example: EXAMPLE_SERVICE_LEVEL.to })
  to: string;

  @ApiProperty({ type: PunctualityResponse, description: 'All together.' })
  total: PunctualityResponse;

  @ApiProperty({
    type: ServiceLevelGroupPage,
    nullable: true,
    description: 'A page of the groups, in the order of their keys.',
  })
  groups: InstanceType<typeof ServiceLevelGroupPage> | null;
}
