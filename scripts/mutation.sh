#!/usr/bin/env bash
# make mutation: changes the arithmetic of calendars and clocks in every place and looks whether a test notices; at least 85 % must be.
source "$(dirname "$0")/tools.sh"
need_maven
mvn -B -ntp -q -Pmutation -pl server -am -Dweb.skip=true process-test-classes
say "报告 / report: server/target/pit-reports/index.html"
