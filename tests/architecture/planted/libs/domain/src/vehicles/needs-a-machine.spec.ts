import '@fleet/tests/builders/vehicle.builder';
import '@fleet/infrastructure/vehicles/vehicle.mapper'; // planted: domain-specs-need-builders-alone
import 'typeorm'; // planted: domain-specs-need-builders-alone
import 'node:fs'; // planted: domain-specs-need-builders-alone
