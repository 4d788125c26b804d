#!/usr/bin/env bash
# The end-to-end tests of web/e2e against a fresh product with its demo company.
source "$(dirname "$0")/tools.sh"
scripts/build.sh
need_jdk
find_chromium || fail "缺少 Chromium / Chromium is missing"
source scripts/java-app.sh

DATA="$(mktemp -d)"
PORT="$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')"
export DATA PORT BASE_URL="http://127.0.0.1:$PORT"
"${APP[@]}" --hengwei.demo=true >"$DATA.log" 2>&1 &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true; rm -rf "$DATA" "$DATA.log"' EXIT

for _ in $(seq 360); do
    if [ -f "$DATA/demo-accounts.json" ] && curl -fsS "$BASE_URL/actuator/health" >/dev/null 2>&1; then
        DEMO_ACCOUNTS="$DATA/demo-accounts.json" npm --prefix web run --silent e2e
        exit
    fi
    kill -0 $server 2>/dev/null || { tail -40 "$DATA.log" >&2; fail "产品未能启动 / the product did not start"; }
    sleep 1
done
tail -40 "$DATA.log" >&2
fail "产品六分钟内未就绪 / the product was not ready within six minutes"
