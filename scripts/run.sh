#!/usr/bin/env bash
# make run: the product with its demo company, in the foreground.
source "$(dirname "$0")/tools.sh"
scripts/build.sh
need_jdk
source scripts/java-app.sh
export PORT="${PORT:-8080}" DATA="${DATA:-./data}"
say "正在启动，数据目录 $DATA / starting, data folder $DATA  →  http://127.0.0.1:$PORT"
exec "${APP[@]}" --hengwei.demo=true "$@"
