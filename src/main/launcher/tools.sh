# shellcheck shell=bash
# Finds what is needed to run and to build, and says what to install where it is missing.

java_version() { # of the JDK in folder $1; 0 where there is none
  local text=
  [[ -x $1/bin/javac && -r $1/release ]] && text=$(sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release")
  printf '%s' "${text:-0}"
}

find_java() {
  local on_path candidate best='' best_version=20
  on_path=$(command -v javac || true)
  [[ -z $on_path ]] || on_path=$(cd "$(dirname "$(readlink -f "$on_path" 2>/dev/null || printf '%s' "$on_path")")/.." && pwd)
  for candidate in "${JAVA_HOME:-}" "$on_path"; do
    if (($(java_version "$candidate") >= 21)); then best=$candidate && break; fi
  done
  if [[ -z $best ]]; then
    for candidate in /usr/lib/jvm/* /usr/java/* /opt/java/* /opt/*jdk* "$HOME"/.jdks/* "$HOME"/.sdkman/candidates/java/* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home; do
      if (($(java_version "$candidate") > best_version)); then
        best=$candidate best_version=$(java_version "$candidate")
      fi
    done
  fi
  [[ -n $best ]] || die 'a JDK of 21 or later is missing. Debian: apt-get install openjdk-21-jdk-headless (or temurin-25-jdk); macOS: brew install openjdk; or set JAVA_HOME.'
  export JAVA_HOME=$best
}

find_build_tools() {
  local maven=${MAVEN_HOME:-${M2_HOME:-}}
  MVN=$(command -v mvn || true)
  [[ -n $MVN || ! -x $maven/bin/mvn ]] || MVN=$maven/bin/mvn
  [[ -n $MVN ]] || die 'Maven is missing. Debian: apt-get install maven; macOS: brew install maven; or set MAVEN_HOME.'
  if ! command -v node >/dev/null || ! command -v npm >/dev/null; then
    die 'Node with npm is missing (the queue takes its scripts from npm). Debian: apt-get install nodejs npm; macOS: brew install node.'
  fi
}

need_curl() { command -v curl >/dev/null || die 'curl is missing. Debian: apt-get install curl.'; }
