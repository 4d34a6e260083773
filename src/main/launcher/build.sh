# shellcheck shell=bash
# Builds what changed.

stale() { # whether anything was edited, added or deleted since the last build
  local stamp=$ROOT/ear/target/.built
  [[ -f $stamp && -f $ROOT/ear/target/asset2go-all.ear && -f $INFRA && -d $WLP/lib ]] || return 0
  [[ -n $(cd "$ROOT" && find pom.xml ./*/pom.xml ./*/src/main queue-jar/package*.json -newer "$stamp" -print 2>/dev/null | head -n1) ]]
}

build() {
  step build ''
  if [[ -n ${A2G_NO_BUILD:-} ]]; then
    [[ -f $ROOT/ear/target/asset2go-all.ear && -f $INFRA ]] || { say; die 'nothing is built, and A2G_NO_BUILD is set.'; }
    say 'left out' && return
  fi
  lock "$ROOT/var/build.lock" 8
  if ! stale; then
    exec 8>&-
    say 'nothing to do' && return
  fi
  find_build_tools
  local began=$SECONDS started
  started=$(mktemp)
  "$MVN" -B -f "$ROOT/pom.xml" -pl '!system-tests' -DskipTests package >"$VAR/logs/build.log" 2>&1 8>&- &
  while_running $! 3 || {
    say failed
    { grep -E '^\[ERROR\]' "$VAR/logs/build.log" || tail -n 30 "$VAR/logs/build.log"; } | sed '/\[Help 1\]/,$d' | head -n 15 >&2
    die "the build failed; see $VAR/logs/build.log."
  }
  mv -f "$started" "$ROOT/ear/target/.built"
  exec 8>&-
  say "done in $((SECONDS - began)) s"
}

while_running() { # PID SECONDS: a dot every so often; the process' own exit status
  CHILD=$1
  local since=$SECONDS
  while kill -0 "$1" 2>/dev/null; do
    sleep 0.3
    if ((SECONDS - since >= $2)); then since=$SECONDS && printf '.'; fi
  done
  CHILD=
  wait "$1"
}
