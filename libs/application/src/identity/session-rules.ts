/** A refresh token that is not used for this long is no use any more. Milliseconds. */
export const REFRESH_TOKEN_TTL_MS = 7 * 24 * 60 * 60 * 1000;

/**
 * How long a used refresh token still gives the successor that its first use gave: two tabs of one browser use it at
 * once, or an answer is lost on its way. Later it is somebody who has stolen it, or from whom it was stolen. Milliseconds.
 */
export const REUSE_GRACE_MS = 10_000;
