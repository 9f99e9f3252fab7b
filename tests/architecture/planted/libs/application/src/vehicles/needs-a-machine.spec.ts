import '@fleet/tests/builders/vehicle.builder';
import '@fleet/infrastructure/vehicles/vehicle.mapper'; // planted: application-specs-need-no-machines
import '@nestjs/common'; // planted: application-specs-need-no-machines
