import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { SignedInUserView, UserView } from '@fleet/application/identity/user.view';
import { ALL_PERMISSIONS, Permission, permissionsOf } from '@fleet/domain/identity/permissions';
import { Role, ROLES } from '@fleet/domain/identity/role';
import { EXAMPLE_USERS } from '@fleet/api/http/openapi/example-accounts';
import { pageOf } from '@fleet/api/http/openapi/page.response';
import { id, instant, version } from '@fleet/api/http/openapi/value-schemas';

const EXAMPLE = EXAMPLE_USERS.admin;

/** What every view of a user has. */
class UserFields {
  @ApiProperty({ ...id, description: 'The identity, which never changes.', example: EXAMPLE.id })
  id: string;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'The e-mail address; no two users have the same, in whatever case. Null for a user who was erased.',
    example: EXAMPLE.email,
  })
  email: string | null;

  @ApiProperty({
    type: 'string',
    nullable: true,
    description: 'The name. Null for a user who was erased.',
    example: EXAMPLE.name,
  })
  name: string | null;

  @ApiProperty({ enum: ROLES, description: 'What the user may do.', example: EXAMPLE.role })
  role: Role;

  @ApiProperty({
    ...id,
    nullable: true,
    description: 'The driver that the user is, if any. Whoever has the role `Driver` is one.',
    example: null,
  })
  driverId: string | null;
}

@ApiSchema({ name: 'SignedInUser', description: 'Whoever is signed in.' })
export class SignedInUserResponse extends UserFields implements SignedInUserView {
  @ApiProperty({
    enum: ALL_PERMISSIONS,
    isArray: true,
    description: "What the role allows. A driver is limited to what is the driver's own.",
    example: permissionsOf(EXAMPLE.role),
  })
  permissions: Permission[];
}

@ApiSchema({ name: 'User', description: 'Somebody who may sign in.' })
export class UserResponse extends UserFields implements UserView {
  @ApiProperty({ type: 'boolean', description: 'Whether the user may sign in.', example: EXAMPLE.active })
  active: boolean;

  @ApiProperty(version)
  version: number;

  @ApiProperty({ ...instant, description: 'When the user was created.', example: EXAMPLE.createdAt })
  createdAt: string;

  @ApiProperty({ ...instant, description: 'When the user was last changed.', example: EXAMPLE.updatedAt })
  updatedAt: string;
}

export const UserPage = pageOf(UserResponse, 'UserPage', 'users');
