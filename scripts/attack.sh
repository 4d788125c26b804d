#!/usr/bin/env bash
# make attack: sqlmap against every list of the running product that takes words. The product is one of its own, on a free
# loopback port, with the demo company and a data folder that is gone afterwards. ATTACK_MINUTES bounds the whole, ATTACK_ONLY
# (a part of an address) narrows it.
source "$(dirname "$0")/tools.sh"
have sqlmap || apt_install sqlmap || true
have sqlmap || fail "缺少 sqlmap：apt-get install sqlmap。 / sqlmap is missing: apt-get install sqlmap."
need_node
scripts/build.sh
need_jdk
source scripts/java-app.sh

minutes="${ATTACK_MINUTES:-12}" only="${ATTACK_ONLY:-/api/}"
logs=target/attack
rm -rf "$logs"
mkdir -p "$logs"
folder="$(mktemp -d)"
server=
trap '[ -z "$server" ] || { kill "$server" 2>/dev/null; wait "$server" 2>/dev/null || true; }; rm -rf "$folder"' EXIT

port="$(node -e 'const s = require("net").createServer().listen(0, "127.0.0.1", () => { console.log(s.address().port); s.close() })')"
url="http://127.0.0.1:$port"
say "正在启动 / starting $url"
DATA="$folder/data" PORT="$port" "${APP[@]}" --hengwei.demo=true --hengwei.rate-limits=false >"$logs/product.log" 2>&1 &
server=$!
for _ in $(seq 360); do
    [ -f "$folder/data/demo-accounts.json" ] && curl -fsS "$url/actuator/health" >/dev/null 2>&1 && break
    kill -0 "$server" 2>/dev/null || break
    sleep 1
done
node scripts/attack-targets.mjs "$url" "$folder/data/demo-accounts.json" >"$folder/all" ||
    { tail -20 "$logs/product.log" >&2; fail "产品未就绪或无法登录 / the product was not ready, or nobody could sign in"; }
grep -F "$only" "$folder/all" >"$folder/targets" || fail "没有目标 / nothing to attack: $only"

count="$(wc -l <"$folder/targets")" end=$((SECONDS + minutes * 60))
summary=() broken=0 unfinished=0 done=0
# attack <path> <parameters> <cookie> <address>: each list gets three times its part of the time that is left, since most need less.
attack() {
    local path="$1" log="$logs/$((done + 1)).log" left=$((end - SECONDS)) share
    share=$((left * 3 / (count - done)))
    [ "$share" -lt "$left" ] || share=$left
    [ "$share" -gt 5 ] || share=5
    timeout -k 5 "$share" sqlmap -u "$4" -p "$2" --cookie="$3" --batch --level=3 --risk=2 --threads=2 --dbms=PostgreSQL \
        --technique=BEUST --time-sec=3 --ignore-code=400 --disable-coloring --flush-session --output-dir="$folder/sqlmap" \
        >"$log" 2>&1 </dev/null || true
    done=$((done + 1))
    if grep -qE 'injection point\(s\)|is vulnerable|Parameter: .* \(GET\)' "$log"; then
        broken=$((broken + 1))
        summary+=("✗ $path [$2]: 可注入 / injectable, $log")
    elif grep -q 'all tested parameters do not appear to be injectable' "$log"; then
        summary+=("✓ $path [$2]")
    else
        unfinished=$((unfinished + 1))
        summary+=("– $path [$2]: 未完成 / not finished within $share s, $log")
    fi
}

say "$count 个列表，至多 $minutes 分钟 / lists, at most $minutes minutes"
while IFS=$'\t' read -r path words cookie address; do attack "$path" "$words" "$cookie" "$address"; done <"$folder/targets"

faults="$(grep -c 'Unexpected error' "$logs/product.log" || true)"
echo
say "结果 / summary   (${SECONDS} s)   可注入 / injectable: $broken   未完成 / not finished: $unfinished   内部错误 / server errors: $faults"
printf '    %s\n' "${summary[@]}"
[ "$broken" = 0 ] && [ "$unfinished" -lt "$count" ] && [ "$faults" = 0 ]
