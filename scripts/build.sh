#!/usr/bin/env bash
# Builds server/target/app (extracted jar, AOT cache), doing only what is out of date.
source "$(dirname "$0")/tools.sh"
need_maven
need_node

app=server/target/app
stamp=server/target/app.stamp
wanted="$(find pom.xml server/pom.xml server/src/main web/pom.xml web/*.json web/*.ts web/*.mjs web/index.html web/public web/src \
    -type f -printf '%p %s %T@\n' 2>/dev/null | LC_ALL=C sort | sha256sum) $JAVA_HOME"
if [ -f "$app/hengwei-app.jar" ] && [ "$(cat "$stamp" 2>/dev/null)" = "$wanted" ]; then
    exit 0
fi

log=server/target/build.log
mkdir -p server/target
say "1/3 正在编译并打包（首次需下载依赖，约几分钟；日志 $log） / compiling and packaging (the first time downloads, some minutes; log: $log)"
rm -rf server/target/classes # what was renamed or removed since must not stay in the program
if ! mvn -B -ntp -pl server -am package -DskipTests >"$log" 2>&1; then
    grep -E 'ERROR|\[web\]' "$log" | head -30 >&2
    fail "构建失败，详见 $log。 / The build failed, see $log."
fi

say "2/3 正在展开 / unpacking"
rm -rf "$app"
java -Djarmode=tools -jar server/target/hengwei-app.jar extract --destination "$app" >/dev/null

say "3/3 正在为快速启动做准备 / preparing for fast starts"
training="$(mktemp -d)"
trap 'rm -rf "$training"' EXIT
env -u HENGWEI_DATABASE_URL DATA="$training" java -XX:AOTCacheOutput="$app/hengwei.aot" -Dspring.context.exit=onRefresh \
    -jar "$app/hengwei-app.jar" --server.port=0 >server/target/aot.log 2>&1 ||
    say "未能生成启动缓存，启动会慢一些（server/target/aot.log） / no start-up cache, starts will be slower (server/target/aot.log)"
echo "$wanted" >"$stamp"
