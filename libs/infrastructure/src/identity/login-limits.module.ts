import { Module } from '@nestjs/common';
import { LoginLimits } from '@fleet/application/identity/login-limits';
import { CountedLoginLimits } from './counted-login-limits';

@Module({ providers: [{ provide: LoginLimits, useClass: CountedLoginLimits }], exports: [LoginLimits] })
export class LoginLimitsModule {}
