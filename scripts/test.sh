#!/usr/bin/env bash
# make test: all that must pass. One summary at the end; logs in target/test/.
source "$(dirname "$0")/tools.sh"
need_maven
need_node
[ -z "${CI:-}" ] || export HENGWEI_CI=1
logs=target/test
rm -rf "$logs"
mkdir -p "$logs"
summary=()
failed=0

# step <name> <command…>: runs it into a log and notes how it went.
step() {
    local name="$1" start=$SECONDS result=0
    shift
    say "$name …"
    "$@" >"$logs/$name.log" 2>&1 || result=$?
    if [ $result = 0 ]; then
        summary+=("✓ $name ($((SECONDS - start)) s)")
    else
        summary+=("✗ $name ($((SECONDS - start)) s): $logs/$name.log")
        grep -E '^\[?.{0,8}ERROR|FAIL|✗|[0-9]+\) ' "$logs/$name.log" | head -40 >&2 || true
        failed=1
    fi
}

# lacking <name> <what is missing>: skipped on a machine where nothing may be installed, an error in CI.
lacking() {
    if [ -n "${HENGWEI_CI:-}" ]; then
        summary+=("✗ $1: 缺少 / missing $2")
        failed=1
    else
        summary+=("– $1: 跳过，缺少 / skipped, missing $2")
    fi
}

chromium=1 alertmanager=1
want_chromium || chromium=
want_alertmanager || alertmanager=
[ -n "$alertmanager" ] || lacking "alertmanager" "prometheus-alertmanager"

step "format" mvn -B -ntp -q -Pguard -pl server spotless:check
step "server" mvn -B -ntp -Pguard -Dspotless.check.skip=true verify
(cd web && [ -d node_modules ]) || step "web-install" node web/build-web.mjs
step "web-lint" npm --prefix web run --silent lint
step "web-types" npm --prefix web run --silent typecheck
step "web-tests" npm --prefix web run --silent test
if grep -q '"e2e"' web/package.json; then
    if [ -n "$chromium" ]; then step "end-to-end" scripts/e2e.sh; else lacking "end-to-end" "chromium"; fi
fi

tests="$(grep -hE 'Tests run: [0-9]+, Failures: [0-9]+, Errors: [0-9]+, Skipped: [0-9]+$' "$logs/server.log" | tail -1 | sed 's/.*Tests run/Tests run/' || true)"
echo
say "结果 / summary   (${SECONDS} s)   ${tests:-}"
printf '    %s\n' "${summary[@]}"
exit $failed
