#!/usr/bin/env bash
# make backup FILE=… (while people work, or stopped) / make restore FILE=… (stopped, or an empty database of yours).
source "$(dirname "$0")/tools.sh"
[ -n "${2:-}" ] || fail "请给出文件：make $1 FILE=… / name the file: make $1 FILE=…"
scripts/build.sh
need_jdk
exec java -Xmx"${HENGWEI_HEAP:-256m}" -jar server/target/app/hengwei-app.jar "$1" "$2"
