import { ApiProperty, ApiSchema } from '@nestjs/swagger';
import { SignedInView } from '@fleet/application/identity/signed-in.view';
import { EXAMPLE_REFRESH_TOKEN } from '@fleet/api/http/openapi/example-accounts';
import { SignedInUserResponse } from './users.responses';

@ApiSchema({ name: 'SignedIn', description: 'A session: what to call with, and what to go on with.' })
export class SignedInResponse implements SignedInView {
  @ApiProperty({
    type: 'string',
    description: 'Send it with every call as `Authorization: Bearer …`.',
    example: 'eyJhbGciOiJIUzI1NiIsInR5cCI6ImF0K2p3dCIsImtpZCI6ImsxIn0.e30.c2lnbmF0dXJl',
  })
  accessToken: string;

  @ApiProperty({
    type: 'string',
    description: 'Good for one refresh within 7 days, which gives the next one. Keep it secret.',
    example: EXAMPLE_REFRESH_TOKEN,
  })
  refreshToken: string;

  @ApiProperty({ enum: ['Bearer'], description: 'How the access token is sent.', example: 'Bearer' })
  tokenType: 'Bearer';

  @ApiProperty({ type: 'integer', minimum: 1, description: 'Seconds that the access token is good for.', example: 900 })
  expiresIn: number;

  @ApiProperty({ type: SignedInUserResponse, description: 'Who has signed in.' })
  user: SignedInUserResponse;
}
