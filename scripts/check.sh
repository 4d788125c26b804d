#!/usr/bin/env bash
# make check: what needs no database and no browser: nulls, format, types, lint.
source "$(dirname "$0")/tools.sh"
need_maven
need_node
say "服务端：空值与格式 / server: nulls and format"
mvn -B -q -ntp -pl server -am -Pguard test-compile
node web/build-web.mjs
say "界面：类型与规范 / client: types and lint"
(cd web && npm run --silent typecheck && npm run --silent lint)
say "通过 / passed"
