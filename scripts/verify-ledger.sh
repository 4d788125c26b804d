#!/usr/bin/env bash
# make verify-ledger [ANCHOR=…]: whether the ledger of a stopped product, or of an external database, is as it was sealed.
source "$(dirname "$0")/tools.sh"
scripts/build.sh
need_jdk
exec java -jar server/target/app/hengwei-app.jar verify-ledger ${ANCHOR:+--anchor "$ANCHOR"}
