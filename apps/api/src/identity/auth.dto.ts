import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { EXAMPLE_PASSWORDS, EXAMPLE_REFRESH_TOKEN, EXAMPLE_USERS } from '@fleet/api/http/openapi/example-accounts';
import { givenPassword, newPassword, refreshToken } from '@fleet/api/http/openapi/value-schemas';

/** What somebody signs in with. */
export class LoginRequest {
  @ApiProperty({
    type: 'string',
    description: 'The e-mail address, in whatever case.',
    example: EXAMPLE_USERS.admin.email,
  })
  @IsString()
  email: string;

  @ApiProperty({
    ...givenPassword,
    description: 'The password, exactly as it was set.',
    example: EXAMPLE_PASSWORDS.admin,
  })
  @IsString()
  password: string;
}

/** A refresh token that is to be changed for the next one, or whose session is to end. */
export class RefreshTokenRequest {
  @ApiProperty({
    ...refreshToken,
    description: 'The latest refresh token of the session.',
    example: EXAMPLE_REFRESH_TOKEN,
  })
  @IsString()
  refreshToken: string;
}

export class ChangePasswordRequest {
  @ApiProperty({
    ...givenPassword,
    description: 'The password that you signed in with.',
    example: EXAMPLE_PASSWORDS.admin,
  })
  @IsString()
  currentPassword: string;

  @ApiProperty({
    ...newPassword,
    description:
      'The new password: 12 to 128 characters, neither one of the commonest passwords nor the e-mail address. It is taken as typed.',
    example: 'four words nobody guesses',
  })
  @IsString()
  newPassword: string;
}
