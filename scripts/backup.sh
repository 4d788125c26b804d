#!/usr/bin/env bash
# make backup FILE=… / make restore FILE=…: the data folder, while Hengwei is stopped.
source "$(dirname "$0")/tools.sh"
[ -n "${2:-}" ] || fail "请给出文件：make $1 FILE=… / name the file: make $1 FILE=…"
scripts/build.sh
need_jdk
exec java -jar server/target/app/hengwei-app.jar "$1" "$2"
