# shellcheck shell=bash
# Starts the stores and the server, and explains why they do not.
INFRA=$ROOT/infra/target/asset2go-infra.jar
WLP=$ROOT/ear/target/liberty/wlp

memory() { # MiB: total, then available; a container's limit counts
  if [[ -n ${A2G_MEMORY_MB:-} ]]; then
    printf '%s %s' "$A2G_MEMORY_MB" "$A2G_MEMORY_MB"
  elif [[ -r /proc/meminfo ]]; then
    local limit=max used=0
    [[ ! -r /sys/fs/cgroup/memory.max ]] || read -r limit </sys/fs/cgroup/memory.max
    [[ ! -r /sys/fs/cgroup/memory.current ]] || read -r used </sys/fs/cgroup/memory.current
    awk -v limit="$limit" -v used="$used" '
      /^MemTotal:/ {total = $2 / 1024} /^MemAvailable:/ {free = $2 / 1024}
      END {
        if (limit != "max" && limit / 1048576 < total) {
          total = limit / 1048576
          if ((limit - used) / 1048576 < free) free = (limit - used) / 1048576
        }
        printf "%d %d", total, free
      }' /proc/meminfo
  else
    local bytes
    bytes=$(sysctl -n hw.memsize 2>/dev/null || printf 8589934592)
    printf '%s %s' $((bytes / 1048576)) $((bytes / 1048576))
  fi
}

size_heaps() { # the largest --max-old-space-size that is asked for, at most a quarter of the memory
  local total available asked least=700
  read -r total available <<<"$(memory) "
  [[ " ${EMBED[*]:-} " != *' neo4j '* ]] || least=1400
  if ((available < least)) && ! pid_of infra >/dev/null; then
    die "too little memory: about $least MiB are needed, $available MiB are available."
  fi
  asked=$(printf '%s\n' "${API_NODE_OPTIONS:-}" "${WEB_NODE_OPTIONS:-}" "${WORKER_NODE_OPTIONS:-}" |
    sed -nE 's/.*--max[-_]old[-_]space[-_]size[= ]([0-9]+).*/\1/p' | sort -n | tail -n1)
  SERVER_HEAP=$((total / 4 < ${asked:-768} ? total / 4 : ${asked:-768}))
  INFRA_HEAP=$((total / 8 < 512 ? 512 : total / 8 < 2048 ? total / 8 : 2048))
}

# Side by side: the server needs about as long as Neo4j until it first speaks to it, and waits if need be.
start() {
  local began=$SECONDS
  launch_infra
  launch_server
  await_infra
  step server 'api, worker, web'
  await server 300 is_ready
  say "ready in $((SECONDS - began)) s"
}

await_infra() {
  ((${#EMBED[@]})) || return 0
  local began=$SECONDS
  step stores "${EMBED[*]}"
  await infra 240 test -f "$VAR/infra.ready"
  say "ready in $((SECONDS - began)) s"
}

launch_infra() {
  ((${#EMBED[@]})) || return 0
  local wanted
  wanted=$(env | grep -E '^(NEO4J|REDIS|S3|EMAIL)_' | sort | cksum)
  if pid_of infra >/dev/null && [[ -f $VAR/infra.ready && $wanted == "$(cat "$VAR/run/infra.settings" 2>/dev/null)" ]]; then
    return 0
  fi
  stop_part infra 40
  printf '%s' "$wanted" >"$VAR/run/infra.settings"
  rm -f "$VAR/infra.ready"
  # The JDK keeps Neo4j's loaded classes in the archive when infra first ends: seconds less from then on.
  in_background infra "$JAVA_HOME/bin/java" "-Xmx${INFRA_HEAP}m" -XX:+AutoCreateSharedArchive \
    "-XX:SharedArchiveFile=$VAR/infra.jsa" -jar "$INFRA" "$VAR" "${EMBED[@]}"
  LAUNCHED+=(infra)
}

launch_server() {
  local server=$VAR/liberty/servers/asset2go ear=$ROOT/ear/target/asset2go-all.ear
  # Liberty's caches and keys make the next start faster. But it tells a changed WAR by its time in the
  # EAR, which is always the same in a reproducible build: with another EAR all is made anew.
  cmp -s "$ear" "$server/apps/asset2go-all.ear" || rm -rf "$server"
  mkdir -p "$server"
  find "$server" -mindepth 1 -maxdepth 1 ! -name workarea ! -name resources -exec rm -rf {} +
  mkdir -p "$server/apps"
  cp -R "$ROOT/src/main/liberty/config/." "$server/"
  # A copy, so that the next build may replace its own while this one runs.
  cp "$ear" "$server/apps/"
  export A2G_ROLE=all WLP_USER_DIR=$VAR/liberty A2G_APPS=$server/apps
  # All settings are in the environment by now; the file must not be read a second time.
  export A2G_ENV_FILE=/dev/null JVM_ARGS="-Xmx${SERVER_HEAP}m -XX:+ExitOnOutOfMemoryError ${JVM_ARGS:-}"
  in_background server "$WLP/bin/server" run asset2go
  LAUNCHED+=(server)
}

answers() { [[ $(curl -s -o /dev/null -m 5 -w '%{http_code}' "http://localhost:$1/health/ready") == 200 ]]; }
is_ready() { answers "$API_PORT" && answers "$PORT"; }

# Which stores, or what else, keep the server from being ready, as its own health says.
missing() {
  curl -s -m 5 "http://localhost:$MANAGEMENT_PORT/health" | tr '{}' '\n\n' |
    sed -nE 's/.*"name":"([^"]+)".*"status":"DOWN".*/\1/p; s/.*"status":"DOWN".*"name":"([^"]+)".*/\1/p' |
    sort -u | tr '\n' ' '
}

LAUNCHED=()
await() { # PART SECONDS TEST...: until the test holds; explains why it never will
  local part=$1 limit=$2 began=$SECONDS dot=$SECONDS told='' other
  shift 2
  until "$@"; do
    for other in "${LAUNCHED[@]}"; do
      if ! pid_of "$other" >/dev/null || has_failed "$other"; then
        say failed
        explain "$other"
        exit 1
      fi
    done
    if ((SECONDS - began > limit)); then
      say 'not ready'
      [[ -z $told ]] || told=" It waits for: ${told% }."
      die "it is not ready after $limit s.$told See $VAR/logs/$part.log."
    fi
    sleep 0.3
    if [[ $part == server && -z $told ]] && ((SECONDS - began > 60)); then
      # The server may not even say that yet.
      told=$(missing) || told=''
      [[ -z $told ]] || printf '\n            waiting for: %s ' "$told"
    fi
    if ((SECONDS - dot >= 2)); then dot=$SECONDS && printf '.'; fi
  done
}

FATAL='FATAL|Asset2Go cannot start|CWWKZ0002E|CWWKO0221E'
has_failed() { [[ $1 == server ]] && grep -qsE "$FATAL" "$VAR/logs/server.log"; }

explain() {
  local log=$VAR/logs/$1.log
  if grep -q 'Asset2Go cannot start' "$log"; then
    sed -n '/Asset2Go cannot start/,/^Set them in/p' "$log" | sed '/^Set them in/q' >&2
  elif [[ $1 == infra ]]; then
    grep -v '^WARNING' "$log" | tail -n 5 >&2 || true
  else
    { grep -E "$FATAL" "$log" | head -n 5 || true; tail -n 15 "$log"; } >&2
  fi
  printf 'asset2go: the %s did not start; see %s.\n' "$1" "$log" >&2
}
