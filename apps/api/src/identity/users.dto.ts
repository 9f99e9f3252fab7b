import { ApiProperty, ApiPropertyOptional } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional, IsString } from 'class-validator';
import { USER_SORTS, UserSort } from '@fleet/application/identity/user.queries';
import { Role, ROLES } from '@fleet/domain/identity/role';
import { USER_NAME_MAX_LENGTH } from '@fleet/domain/identity/user';
import { BooleanParameter, IsResourceId } from '@fleet/api/http/fields';
import { EXAMPLE_USERS } from '@fleet/api/http/openapi/example-accounts';
import { EXAMPLE_DRIVERS } from '@fleet/api/http/openapi/examples';
import { email, filterText, id, newPassword, text } from '@fleet/api/http/openapi/value-schemas';
import { PageQuery } from '@fleet/api/http/page.query';
import { sortValues } from '@fleet/api/http/sort';

const PASSWORD =
  '12 to 128 characters, neither one of the commonest passwords nor the e-mail address. It is taken as typed.';

/** What may be changed of a user. */
export class UserRequest {
  @ApiProperty({
    ...email,
    description: 'The e-mail address: at most 254 characters. It must be new, in whatever case.',
    example: 'nova@demo.example',
  })
  @IsString()
  email: string;

  @ApiProperty({
    ...text(USER_NAME_MAX_LENGTH),
    description: 'The name: 1 to 100 characters.',
    example: 'Nova Teles',
  })
  @IsString()
  name: string;

  @ApiProperty({ enum: ROLES, description: 'What the user may do.', example: 'Manager' })
  @IsIn(ROLES)
  role: Role;

  @ApiPropertyOptional({
    ...id,
    description: 'The driver that the user is. The role `Driver` needs one.',
    example: EXAMPLE_DRIVERS.forTrip.id,
  })
  @IsOptional()
  @IsResourceId()
  driverId?: string;
}

/** What a user is created with. */
export class CreateUserRequest extends UserRequest {
  @ApiProperty({
    ...newPassword,
    description: `The first password: ${PASSWORD}`,
    example: 'four words nobody guesses',
  })
  @IsString()
  password: string;
}

export class SetPasswordRequest {
  @ApiProperty({ ...newPassword, description: `The new password: ${PASSWORD}`, example: 'four words nobody guesses' })
  @IsString()
  password: string;
}

export class ListUsersQuery extends PageQuery {
  @ApiPropertyOptional({ enum: ROLES, description: 'Only users with this role.' })
  @IsOptional()
  @IsIn(ROLES)
  role?: Role;

  @ApiPropertyOptional({ type: 'boolean', description: 'Only users who may sign in, or only those who may not.' })
  @IsOptional()
  @BooleanParameter()
  @IsBoolean()
  active?: boolean;

  @ApiPropertyOptional({
    ...id,
    description: 'Only the accounts of this driver.',
    example: EXAMPLE_DRIVERS.available.id,
  })
  @IsOptional()
  @IsResourceId()
  driverId?: string;

  @ApiPropertyOptional({
    ...filterText(),
    description: 'Only the user with exactly this e-mail address, in whatever case.',
    example: EXAMPLE_USERS.manager.email,
  })
  @IsOptional()
  @IsString()
  email?: string;

  @ApiPropertyOptional({
    enum: sortValues(USER_SORTS),
    default: 'createdAt',
    description: 'The order of the list; a leading `-` turns it round.',
  })
  @IsOptional()
  @IsIn(sortValues(USER_SORTS))
  sort: UserSort | `-${UserSort}` = 'createdAt';
}
