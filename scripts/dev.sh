#!/usr/bin/env bash
# make dev: the server from its classes and the client with reload. Save a server file, compile, and run it again.
source "$(dirname "$0")/tools.sh"
need_maven
need_node
export PORT="${PORT:-8080}" DATA="${DATA:-./data}"
node web/build-web.mjs
mvn -B -q -ntp -pl server -am compile -DskipTests
mvn -B -q -ntp -pl server dependency:build-classpath -Dmdep.outputFile=target/classpath -DincludeScope=runtime \
    -DexcludeGroupIds=io.hengwei >/dev/null 2>&1 || true
java -cp "server/target/classes:$(cat server/target/classpath)" io.hengwei.Hengwei --hengwei.demo=true &
server=$!
trap 'kill $server 2>/dev/null; wait $server 2>/dev/null || true' EXIT
cd web
BACKEND_URL="http://127.0.0.1:$PORT" npm run dev
