#!/bin/sh
# Health of the worker, which has no port to ask: usage `worker-health [pid]` (default 1, the container's process).
#
# A dead process needs no check: its container ends and the restart policy acts. This one finds the process that is
# there and does no work: stopped, or its event loop frozen in a computation that never waits. It does not find a
# worker that waits for ever, and says nothing about the database: the worker retries that by itself.
set -eu
pid="${1:-1}"
window_seconds=2
# The kernel reports CPU time to user space in hundredths of a second. A tenth of the window: below that it slept.
busy_ticks=$((window_seconds * 100 / 10))

# "<state> <user + system CPU ticks> <times it waited> " of the main thread, which runs the event loop.
main_thread() {
  sed 's/^.*) //' "/proc/$pid/task/$pid/stat" | awk '{ printf "%s %d ", $1, $12 + $13 }'
  awk '/^voluntary_ctxt_switches/ { print $2 }' "/proc/$pid/task/$pid/status"
}

before=$(main_thread) || { echo "process $pid is gone"; exit 1; }
sleep "$window_seconds"
after=$(main_thread) || { echo "process $pid is gone"; exit 1; }

# shellcheck disable=SC2086 # three words each, on purpose
set -- $before $after
case "$4" in
  T | t | Z | X) echo "process $pid does not run (state $4)"; exit 1 ;;
esac
if [ $(($5 - $2)) -ge "$busy_ticks" ] && [ "$6" = "$3" ]; then
  echo "event loop of process $pid has not waited once in $window_seconds s: it is frozen"
  exit 1
fi
echo "process $pid runs (state $4)"
