/** How long an availability list may be kept when no event drops it earlier, in milliseconds. */
export const AVAILABILITY_TTL_MS = 5 * 60 * 1000;
