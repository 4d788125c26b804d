#!/usr/bin/env bash
# make types: the server's description of its API becomes docs/openapi.json and the client's types.
source "$(dirname "$0")/tools.sh"
need_maven
need_node
say "正在读取接口描述 / reading the API description"
mvn -B -q -ntp -pl server -am test -Dtest=OpenApiTest -Dsurefire.failIfNoSpecifiedTests=false -Dopenapi.write=true
node web/build-web.mjs
(cd web && npm run --silent gen:api)
