import { Module } from '@nestjs/common';
import { ApiKeyQueries } from '@fleet/application/identity/api-key.queries';
import { Sessions } from '@fleet/application/identity/sessions';
import { UserQueries } from '@fleet/application/identity/user.queries';
import { ApiKeyRepository } from '@fleet/domain/identity/api-key.repository';
import { UserRepository } from '@fleet/domain/identity/user.repository';
import { SqlApiKeyQueries } from './sql-api-key.queries';
import { SqlSessions } from './sql-sessions';
import { SqlUserQueries } from './sql-user.queries';
import { TypeOrmApiKeyRepository } from './typeorm-api-key.repository';
import { TypeOrmUserRepository } from './typeorm-user.repository';
import { UserMapper } from './user.mapper';
import { UserSeals } from './user-seals';

@Module({
  providers: [
    UserSeals,
    UserMapper,
    { provide: UserRepository, useClass: TypeOrmUserRepository },
    { provide: UserQueries, useClass: SqlUserQueries },
    { provide: Sessions, useClass: SqlSessions },
    { provide: ApiKeyRepository, useClass: TypeOrmApiKeyRepository },
    { provide: ApiKeyQueries, useClass: SqlApiKeyQueries },
  ],
  exports: [UserRepository, UserQueries, Sessions, ApiKeyRepository, ApiKeyQueries],
})
export class IdentityPersistenceModule {}
