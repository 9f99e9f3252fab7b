/**
 * Keeps, for one caller, the instants at which requests passed, by the clock of Redis, which all processes share.
 * What rate-limiter-flexible gives it: ARGV[3] is the limit and ARGV[4] the stretch in seconds. What it takes back: how
 * many have passed (one more than the limit for a request that may not, which is not kept: a log is never longer than
 * the limit), and after how many milliseconds the oldest of them no longer counts.
 */
export const SLIDING_LOG = `
local limit, stretch = tonumber(ARGV[3]), ARGV[4] * 1000000
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', string.format('%.0f', now - stretch))
-- What lies ahead was kept before the clock was set back.
redis.call('ZREMRANGEBYSCORE', KEYS[1], string.format('(%.0f', now), '+inf')
local passed = redis.call('ZCARD', KEYS[1])
if passed < limit then
  redis.call('ZADD', KEYS[1], string.format('%.0f', now), string.format('%.0f-%d', now, passed))
  redis.call('PEXPIRE', KEYS[1], stretch / 1000)
end
local oldest = redis.call('ZRANGE', KEYS[1], 0, 0, 'WITHSCORES')[2]
return { passed + 1, math.ceil((oldest + stretch - now) / 1000) }
`;
