# How the built program is started: `exec "${APP[@]}" <arguments>`. Sourced after tools.sh and a build.
APP=(java -Xmx"${HENGWEI_HEAP:-768m}" -XX:+ExitOnOutOfMemoryError --enable-native-access=ALL-UNNAMED)
[ ! -f server/target/app/hengwei.aot ] || APP+=(-XX:AOTCache=server/target/app/hengwei.aot -Xlog:aot=off -Xlog:cds=off)
APP+=(-jar server/target/app/hengwei-app.jar)
