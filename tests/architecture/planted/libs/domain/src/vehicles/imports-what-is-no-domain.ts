import 'node:crypto'; // planted: domain-imports-domain-alone
import 'uuid'; // planted: domain-imports-domain-alone
import '@nestjs/common'; // planted: domain-imports-domain-alone
import '@fleet/application/vehicles/register-vehicle'; // planted: domain-imports-domain-alone
import '@fleet/infrastructure/vehicles/vehicle.mapper'; // planted: domain-imports-domain-alone
import '@fleet/worker/maintenance-check.job'; // planted: domain-imports-domain-alone

export type { EntityManager } from 'typeorm'; // planted: domain-imports-domain-alone
export type Pool = import('mssql').ConnectionPool; // planted: domain-imports-domain-alone
export const redis = () => import('redis'); // planted: domain-imports-domain-alone
