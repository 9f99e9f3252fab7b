import { Body, Controller, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActivateUser } from '@fleet/application/identity/activate-user';
import { ChangeUser } from '@fleet/application/identity/change-user';
import { CreateUser } from '@fleet/application/identity/create-user';
import { DeactivateUser } from '@fleet/application/identity/deactivate-user';
import { SetPassword } from '@fleet/application/identity/set-password';
import { UserQueries } from '@fleet/application/identity/user.queries';
import { UserView } from '@fleet/application/identity/user.view';
import { ExpectedVersion } from '@fleet/application/shared/expect-version';
import { Page } from '@fleet/application/shared/page';
import { UserNotFoundError } from '@fleet/domain/identity/user.errors';
import { Access } from '@fleet/api/http/access/access';
import { IfMatch } from '@fleet/api/http/entity-tag';
import { CreatedIn, Versioned } from '@fleet/api/http/resource-answers';
import { ResourceId } from '@fleet/api/http/resource-id';
import { parseSort } from '@fleet/api/http/sort';
import * as docs from './users.docs';
import { CreateUserRequest, ListUsersQuery, SetPasswordRequest, UserRequest } from './users.dto';

@ApiTags('Users')
@Controller('users')
export class UsersController {
  constructor(
    private readonly users: UserQueries,
    private readonly createUser: CreateUser,
    private readonly changeUser: ChangeUser,
    private readonly activateUser: ActivateUser,
    private readonly deactivateUser: DeactivateUser,
    private readonly setUserPassword: SetPassword,
  ) {}

  @Get()
  @docs.list
  @Access('users:manage')
  list(@Query() { limit, cursor, sort, ...filter }: ListUsersQuery): Promise<Page<UserView>> {
    return this.users.list({ limit, cursor, filter, ...parseSort(sort) });
  }

  @Get(':id')
  @docs.get
  @Access('users:manage')
  @Versioned()
  async get(@ResourceId() id: string): Promise<UserView> {
    const user = await this.users.find(id);
    if (!user) throw new UserNotFoundError();
    return user;
  }

  @Post()
  @docs.create
  @Access('users:manage')
  @CreatedIn('/api/users')
  @Versioned()
  create(@Body() request: CreateUserRequest): Promise<UserView> {
    return this.createUser.execute({ ...request, driverId: request.driverId ?? null });
  }

  @Put(':id')
  @docs.change
  @Access('users:manage')
  @Versioned()
  change(
    @ResourceId() id: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() request: UserRequest,
  ): Promise<UserView> {
    return this.changeUser.execute({ id, expectedVersion, ...request, driverId: request.driverId ?? null });
  }

  @Post(':id/activate')
  @docs.activate
  @Access('users:manage')
  @HttpCode(200)
  @Versioned()
  activate(@ResourceId() id: string, @IfMatch() expectedVersion: ExpectedVersion): Promise<UserView> {
    return this.activateUser.execute(id, expectedVersion);
  }

  @Post(':id/deactivate')
  @docs.deactivate
  @Access('users:manage')
  @HttpCode(200)
  @Versioned()
  deactivate(@ResourceId() id: string, @IfMatch() expectedVersion: ExpectedVersion): Promise<UserView> {
    return this.deactivateUser.execute(id, expectedVersion);
  }

  @Post(':id/password')
  @docs.setPassword
  @Access('users:manage')
  @HttpCode(204)
  setPassword(
    @ResourceId() id: string,
    @IfMatch() expectedVersion: ExpectedVersion,
    @Body() { password }: SetPasswordRequest,
  ): Promise<void> {
    return this.setUserPassword.execute({ id, expectedVersion, password });
  }
}
