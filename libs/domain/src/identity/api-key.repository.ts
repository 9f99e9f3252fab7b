import { AggregateRepository } from '@fleet/domain/shared/aggregate-repository';
import { ApiKey } from './api-key';

/** Where API keys are kept: of the key itself a keyed hash alone. */
export abstract class ApiKeyRepository extends AggregateRepository<ApiKey> {}
