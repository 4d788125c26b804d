#!/usr/bin/env bash
# make bench: measures the budgets on the shipped program; writes docs/benchmarks.md.
# BENCH_PARTS (lists,alerts,page,clocks,calendars,start): of some parts the report lies under target/bench.
# BENCH_RECORDS (1000000), BENCH_SECONDS each (3), BENCH_DATA (target/bench/data, made anew).
source "$(dirname "$0")/tools.sh"
scripts/build.sh
need_jdk
have pgbench || apt_install postgresql-contrib || true
have pgbench || fail "缺少 pgbench：apt-get install postgresql-contrib。 / pgbench is missing: apt-get install postgresql-contrib."
find_chromium || say "没有 Chromium，不测首屏 / no Chromium: the first page is not timed"
source scripts/java-app.sh
data="${BENCH_DATA:-target/bench/data}"
[ ! -e "$data" ] || [ -f "$data/hengwei.lock" ] || fail "$data 不是本产品的数据目录，不会删除。 / $data is not a data folder of this product and is not removed."
rm -rf "$data"
mkdir -p "$data"
env -u HENGWEI_DATABASE_URL java -cp "server/target/app/hengwei-app.jar:server/target/app/lib/*" bench/Bench.java "$data" "${APP[@]}"
rm -rf "$data"
