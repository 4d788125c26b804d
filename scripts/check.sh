#!/usr/bin/env bash
# make check: what needs no database and no browser: nulls, format, types, lint.
source "$(dirname "$0")/tools.sh"
need_maven
need_node
log=target/check.log
mkdir -p target
say "服务端：空值与格式 / server: nulls and format"
if ! mvn -B -ntp -pl server -am -Pguard test-compile >"$log" 2>&1; then
    grep -E 'ERROR.*(\.java|Violations)' "$log" | sort -u | head -30 >&2
    fail "未通过；格式问题用 make format 修正（$log）。 / Not passed; make format repairs the format ($log)."
fi
node web/build-web.mjs
say "界面：类型与规范 / client: types and lint"
npm --prefix web run --silent typecheck
npm --prefix web run --silent lint
say "通过 / passed"
