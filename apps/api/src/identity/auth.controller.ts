import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeOwnPassword } from '@fleet/application/identity/change-own-password';
import { Principal } from '@fleet/application/identity/principal';
import { RefreshSession } from '@fleet/application/identity/refresh-session';
import { SignIn } from '@fleet/application/identity/sign-in';
import { SignOut } from '@fleet/application/identity/sign-out';
import { SignedInView } from '@fleet/application/identity/signed-in.view';
import { UserQueries } from '@fleet/application/identity/user.queries';
import { SignedInUserView, signedInUserView } from '@fleet/application/identity/user.view';
import { UserNotFoundError } from '@fleet/domain/identity/user.errors';
import { Access } from '@fleet/api/http/access/access';
import { Caller } from '@fleet/api/http/access/caller';
import * as docs from './auth.docs';
import { ChangePasswordRequest, LoginRequest, RefreshTokenRequest } from './auth.dto';

@ApiTags('Sign-in')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly refreshSession: RefreshSession,
    private readonly signOut: SignOut,
    private readonly changeOwnPassword: ChangeOwnPassword,
    private readonly users: UserQueries,
  ) {}

  @Post('login')
  @docs.login
  @Access('public')
  @HttpCode(200)
  login(@Body() request: LoginRequest): Promise<SignedInView> {
    return this.signIn.execute(request);
  }

  @Post('refresh')
  @docs.refresh
  @Access('public')
  @HttpCode(200)
  refresh(@Body() { refreshToken }: RefreshTokenRequest): Promise<SignedInView> {
    return this.refreshSession.execute(refreshToken);
  }

  @Post('logout')
  @docs.logout
  @Access('public')
  @HttpCode(204)
  logout(@Body() { refreshToken }: RefreshTokenRequest): Promise<void> {
    return this.signOut.execute(refreshToken);
  }

  @Get('me')
  @docs.me
  @Access('signed-in')
  async me(@Caller() { id }: Principal): Promise<SignedInUserView> {
    const user = await this.users.findNow(id);
    if (!user) throw new UserNotFoundError();
    return signedInUserView(user);
  }

  @Post('password')
  @docs.changePassword
  @Access('signed-in')
  @HttpCode(204)
  changePassword(@Caller() { id }: Principal, @Body() request: ChangePasswordRequest): Promise<void> {
    return this.changeOwnPassword.execute({ id, ...request });
  }
}
