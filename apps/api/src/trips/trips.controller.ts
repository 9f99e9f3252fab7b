import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { Page } from '@fleet/application/shared/page';
import { EndTrip } from '@fleet/application/trips/end-trip';
import { StartTrip } from '@fleet/application/trips/start-trip';
import { TripQueries } from '@fleet/application/trips/trip.queries';
import { TripView } from '@fleet/application/trips/trip.view';
import { DriverId } from '@fleet/domain/drivers/driver-id';
import { TripNotFoundError } from '@fleet/domain/trips/trip.errors';
import { OwnOrAll } from '@fleet/api/http/access/access';
import { LimitedTo } from '@fleet/api/http/access/caller';
import { IfMatch } from '@fleet/api/http/entity-tag';
import { Idempotent } from '@fleet/api/http/idempotency/idempotent';
import { CreatedIn, Versioned } from '@fleet/api/http/resource-answers';
import { ResourceId } from '@fleet/api/http/resource-id';
import { parseSort } from '@fleet/api/http/sort';
import * as docs from './trips.docs';
import { EndTripRequest, ListActiveTripsQuery, ListTripsQuery, StartTripRequest } from './trips.dto';

@ApiTags('Trips')
@Controller('trips')
export class TripsController {
  constructor(
    private readonly trips: TripQueries,
    private readonly startTrip: StartTrip,
    private readonly endTrip: EndTrip,
  ) {}

  @Get()
  @docs.list
  @OwnOrAll('trips:read')
  list(
    @Query() { limit, cursor, sort, ...filter }: ListTripsQuery,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<Page<TripView>> {
    return this.trips.list({ limit, cursor, filter: { ...filter, limitedTo }, ...parseSort(sort) });
  }

  @Get('active')
  @docs.listActive
  @OwnOrAll('trips:read')
  listActive(
    @Query() { limit, cursor, sort, ...filter }: ListActiveTripsQuery,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<Page<TripView>> {
    return this.trips.list({ limit, cursor, filter: { ...filter, active: true, limitedTo }, ...parseSort(sort) });
  }

  @Get(':id')
  @docs.get
  @OwnOrAll('trips:read')
  @Versioned()
  async get(@ResourceId() id: string, @LimitedTo() limitedTo: DriverId | undefined): Promise<TripView> {
    const trip = await this.trips.find(id, limitedTo);
    if (!trip) throw new TripNotFoundError();
    return trip;
  }

  @Post('start')
  @docs.start
  @OwnOrAll('trips:start')
  @Idempotent()
  @CreatedIn('/api/trips')
  @Versioned()
  start(@Body() request: StartTripRequest, @LimitedTo() limitedTo: DriverId | undefined): Promise<TripView> {
    return this.startTrip.execute({ ...request, limitedTo });
  }

  @Post('end/:id')
  @docs.end
  @OwnOrAll('trips:end')
  @Idempotent()
  @HttpCode(200)
  @Versioned()
  end(
    @ResourceId() id: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() { distance }: EndTripRequest,
    @LimitedTo() limitedTo: DriverId | undefined,
  ): Promise<TripView> {
    return this.endTrip.execute({ id, expectedVersion, distance, limitedTo });
  }
}
