/** An API key's identity: a UUID in lower case. It is no secret, unlike the key. */
export type ApiKeyId = string;
