# Finds what a target needs, installs it with apt where that is allowed, and otherwise says in one line what is missing.
# Sourced by the other scripts, which start in the root of the repository.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

# What is said here is partly Chinese; a fresh machine often has no locale at all.
case "${LC_ALL:-${LC_CTYPE:-${LANG:-}}}" in *[Uu][Tt][Ff]*8*) ;; *) export LC_ALL=C.UTF-8 ;; esac

say() { printf '\033[1m[hengwei]\033[0m %s\n' "$*"; }
fail() { printf '\033[31m[hengwei]\033[0m %s\n' "$*" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# apt_install <package…>: 0 when the packages are there afterwards. The lists are fetched once per run.
apt_install() {
    have apt-get || return 1
    local sudo=()
    if [ "$(id -u)" != 0 ]; then
        have sudo && sudo -n true 2>/dev/null || return 1
        sudo=(sudo -n)
    fi
    if [ -z "${APT_UPDATED:-}" ]; then
        "${sudo[@]}" apt-get update -qq >/dev/null 2>&1 || true
        export APT_UPDATED=1
    fi
    say "正在安装 / installing: $*"
    DEBIAN_FRONTEND=noninteractive "${sudo[@]}" apt-get install -y -qq --no-install-recommends "$@" >/dev/null 2>&1
}

jdk_25() {
    local home
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/*25* "$HOME"/.sdkman/candidates/java/25*; do
        if [ -x "$home/bin/javac" ] && "$home/bin/javac" -version 2>&1 | grep -q '^javac 25'; then
            export JAVA_HOME="$home" PATH="$home/bin:$PATH"
            return 0
        fi
    done
    return 1
}

need_jdk() {
    jdk_25 || { apt_install openjdk-25-jdk-headless || apt_install temurin-25-jdk || true; } && jdk_25 ||
        fail "缺少 JDK 25：请安装 openjdk-25-jdk 或 temurin-25-jdk，或设置 JAVA_HOME。 / JDK 25 is missing: install openjdk-25-jdk or temurin-25-jdk, or set JAVA_HOME."
}

need_maven() {
    need_jdk
    have mvn || apt_install maven || true
    have mvn || fail "缺少 Maven（≥ 3.8.7）：apt-get install maven。 / Maven (3.8.7 or newer) is missing: apt-get install maven."
}

node_fits() {
    have node && have npm && node -e 'const [a, b] = process.versions.node.split(".").map(Number)
        process.exit((a === 20 && b >= 19) || (a === 22 && b >= 12) || a > 22 ? 0 : 1)'
}

need_node() {
    node_fits || apt_install nodejs npm || true
    node_fits || fail "缺少 Node.js（^20.19 或 ≥22.12，现有 $(node --version 2>/dev/null || echo 无)）：请从发行版或 nodejs.org 安装。 / Node.js ^20.19 or >=22.12 is missing (found: $(node --version 2>/dev/null || echo none)): install it from your distribution or nodejs.org."
}

# The two below are for tests only: they answer 1 where nothing may be installed, and the summary says what was skipped.
find_chromium() {
    local name
    for name in "${CHROMIUM:-}" chromium chromium-browser google-chrome; do
        if [ -n "$name" ] && have "$name"; then
            CHROMIUM="$(command -v "$name")"
            export CHROMIUM
            return 0
        fi
    done
    return 1
}

want_chromium() {
    find_chromium || apt_install chromium || true
    if have fc-list && fc-list :lang=zh 2>/dev/null | grep -q .; then :; else apt_install fontconfig fonts-noto-cjk || true; fi
    find_chromium
}

find_alertmanager() {
    local name
    for name in "${ALERTMANAGER:-}" prometheus-alertmanager alertmanager; do
        if [ -n "$name" ] && have "$name"; then
            ALERTMANAGER="$(command -v "$name")"
            export ALERTMANAGER
            return 0
        fi
    done
    return 1
}

# Only the program is wanted: on a machine with systemd the package must not start its service.
want_alertmanager() {
    find_alertmanager && return 0
    local policy=/usr/sbin/policy-rc.d made=
    if [ "$(id -u)" = 0 ] && [ ! -e $policy ]; then
        printf '#!/bin/sh\nexit 101\n' >$policy && chmod +x $policy && made=1
    fi
    apt_install prometheus-alertmanager || true
    [ -z "$made" ] || rm -f $policy
    find_alertmanager
}
