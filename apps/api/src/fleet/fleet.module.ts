import { Module } from '@nestjs/common';
import { ShowFleetOverview } from '@fleet/application/fleet/show-fleet-overview';
import { FleetPersistenceModule } from '@fleet/infrastructure/fleet/fleet.persistence.module';
import { FleetController } from './fleet.controller';

@Module({
  imports: [FleetPersistenceModule],
  controllers: [FleetController],
  providers: [ShowFleetOverview],
})
export class FleetModule {}
