import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Principal } from '@fleet/application/identity/principal';
import { SignIn } from '@fleet/application/identity/sign-in';
import { SignedInView } from '@fleet/application/identity/signed-in.view';
import { UserQueries } from '@fleet/application/identity/user.queries';
import { SignedInUserView, signedInUserView } from '@fleet/application/identity/user.view';
import { UserNotFoundError } from '@fleet/domain/identity/user.errors';
import { Access } from '@fleet/api/http/access/access';
import { Caller } from '@fleet/api/http/access/caller';
import * as docs from './auth.docs';
import { LoginRequest } from './auth.dto';

@ApiTags('Sign-in')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly signIn: SignIn,
    private readonly users: UserQueries,
  ) {}

  @Post('login')
  @docs.login
  @Access('public')
  @HttpCode(200)
  login(@Body() request: LoginRequest): Promise<SignedInView> {
    return this.signIn.execute(request);
  }

  @Get('me')
  @docs.me
  @Access('signed-in')
  async me(@Caller() { id }: Principal): Promise<SignedInUserView> {
    const user = await this.users.findNow(id);
    if (!user) throw new UserNotFoundError();
    return signedInUserView(user);
  }
}
