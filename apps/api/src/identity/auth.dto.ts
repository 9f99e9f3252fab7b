import { ApiProperty } from '@nestjs/swagger';
import { IsString } from 'class-validator';
import { EXAMPLE_PASSWORDS, EXAMPLE_USERS } from '@fleet/api/http/openapi/examples';
import { givenPassword } from '@fleet/api/http/openapi/value-schemas';

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
