#!/usr/bin/env bash
# The end-to-end tests of web/e2e against a fresh product with its demo company, and an empty one beside it for the first start.
source "$(dirname "$0")/tools.sh"
scripts/build.sh
need_jdk
find_chromium || fail "缺少 Chromium / Chromium is missing"
source scripts/java-app.sh

folder="$(mktemp -d)"
servers=()
trap 'kill "${servers[@]}" 2>/dev/null; wait "${servers[@]}" 2>/dev/null || true; rm -rf "$folder"' EXIT

free_port() { node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })'; }

# start <name> <argument…>: a product of its own; its address is left in $url.
start() {
    local name="$1" port
    shift
    port="$(free_port)"
    url="http://127.0.0.1:$port"
    DATA="$folder/$name" PORT="$port" "${APP[@]}" "$@" >"$folder/$name.log" 2>&1 &
    servers+=($!)
}

# ready <name> <file that it writes> <url>
ready() {
    for _ in $(seq 360); do
        [ -f "$folder/$1/$2" ] && curl -fsS "$3/actuator/health" >/dev/null 2>&1 && return
        kill -0 "${servers[@]}" 2>/dev/null || break
        sleep 1
    done
    tail -40 "$folder/$1.log" >&2
    fail "产品（$1）未能在六分钟内就绪 / the product ($1) was not ready within six minutes"
}

start demo --hengwei.demo=true
export BASE_URL="$url" DEMO_ACCOUNTS="$folder/demo/demo-accounts.json"
start empty
export EMPTY_URL="$url" EMPTY_DATA="$folder/empty"
ready demo demo-accounts.json "$BASE_URL"
ready empty setup-code "$EMPTY_URL"
npm --prefix web run --silent e2e
