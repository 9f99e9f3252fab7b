import { Body, Controller, Get, HttpCode, Ip, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ChangeOwnPassword } from '@fleet/application/identity/change-own-password';
import { LoginLimits } from '@fleet/application/identity/login-limits';
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
import { Uncompressed } from '@fleet/api/http/compression';
import { Idempotent, NotIdempotent } from '@fleet/api/http/idempotency/idempotent';
import * as docs from './auth.docs';
import { ChangePasswordRequest, LoginRequest, RefreshTokenRequest } from './auth.dto';

/** Why these routes take no `Idempotency-Key`: their answers are secrets, and a repeat of them is harmless. */
const SECRETS = 'what opens a session is not kept for whoever asks again; signing in or out once more does no harm';

@ApiTags('Sign-in')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly limits: LoginLimits,
    private readonly signIn: SignIn,
    private readonly refreshSession: RefreshSession,
    private readonly signOut: SignOut,
    private readonly changeOwnPassword: ChangeOwnPassword,
    private readonly users: UserQueries,
  ) {}

  @Post('login')
  @docs.login
  @Access('public')
  @NotIdempotent(SECRETS)
  @Uncompressed()
  @HttpCode(200)
  async login(@Body() request: LoginRequest, @Ip() address: string): Promise<SignedInView> {
    await this.limits.check(request.email, address);
    return this.signIn.execute(request);
  }

  @Post('refresh')
  @docs.refresh
  @Access('public')
  @NotIdempotent(SECRETS)
  @Uncompressed()
  @HttpCode(200)
  refresh(@Body() { refreshToken }: RefreshTokenRequest): Promise<SignedInView> {
    return this.refreshSession.execute(refreshToken);
  }

  @Post('logout')
  @docs.logout
  @Access('public')
  @NotIdempotent(SECRETS)
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
  @Idempotent()
  @HttpCode(204)
  changePassword(
    @Caller() { id }: Principal,
    @Body() request: ChangePasswordRequest,
    @Ip() address: string,
  ): Promise<void> {
    return this.changeOwnPassword.execute({ id, address, ...request });
  }
}
