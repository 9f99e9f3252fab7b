import { SignedInUserView } from './user.view';

/** What signing in and refreshing answer. */
export interface SignedInView {
  readonly accessToken: string;
  readonly refreshToken: string;
  readonly tokenType: 'Bearer';
  /** Seconds that the access token is good for. */
  readonly expiresIn: number;
  readonly user: SignedInUserView;
}
