import 'typeorm'; // planted: application-imports-domain-and-injectable-alone
import 'uuid'; // planted: application-imports-domain-and-injectable-alone
import 'node:fs'; // planted: application-imports-domain-and-injectable-alone
import '@nestjs/common/decorators'; // planted: application-imports-domain-and-injectable-alone
import '@fleet/infrastructure/vehicles/vehicle.mapper'; // planted: application-imports-domain-and-injectable-alone
import '@fleet/worker/maintenance-check.job'; // planted: application-imports-domain-and-injectable-alone
