#!/usr/bin/env bash
# make format: one format for all.
source "$(dirname "$0")/tools.sh"
need_maven
need_node
mvn -B -q -ntp -pl server spotless:apply
node web/build-web.mjs
(cd web && npm run --silent format)
