/** A user's identity: a UUID in lower case. */
export type UserId = string;
