# shellcheck shell=bash
# Settings of a container, for everything that is run in it.

# Evaluation only: secrets that docker-compose.infra.yml's stores have made.
if [[ -n ${A2G_SECRETS_FILE:-} ]]; then
  for ((i = 0; i < 300; i++)); do
    [[ ! -s $A2G_SECRETS_FILE ]] || break
    sleep 0.2
  done
  while IFS='=' read -r name value; do
    [[ -n ${!name:-} || $A2G_ROLE == web && ! $name =~ ^(JWT_SECRET|NEXT_PUBLIC_) ]] || export "$name=$value"
  done <"$A2G_SECRETS_FILE"
fi

authority() { local rest=${1#*://} && rest=${rest%%[/?#]*} && printf '%s' "${rest##*@}"; }
host_of() { # URL
  local host
  host=$(authority "$1")
  case $host in \[*) printf '%s]' "${host%%]*}" ;; *) printf '%s' "${host%%:*}" ;; esac
}
port_of() { # URL
  local port
  port=$(authority "$1")
  port=${port##*]}
  case $port in *:*) printf '%s' "${port##*:}" ;; *) [[ $1 == https:* ]] && printf 443 || printf 80 ;; esac
}
# Liberty wants the public names in parts.
export API_PUBLIC_HOST API_PUBLIC_PORT WEB_PUBLIC_HOST WEB_PUBLIC_PORT
API_PUBLIC_HOST=$(host_of "${API_URL:-http://localhost:3500}") API_PUBLIC_PORT=$(port_of "${API_URL:-http://localhost:3500}")
WEB_PUBLIC_HOST=$(host_of "${APP_URL:-http://localhost:3501}") WEB_PUBLIC_PORT=$(port_of "${APP_URL:-http://localhost:3501}")

role_variable() { # SUFFIX: the value of API_SUFFIX, WORKER_SUFFIX or WEB_SUFFIX
  local name=${A2G_ROLE^^}_$1
  printf '%s' "${!name:-}"
}

limit_mebibytes() { # the container's memory, or the machine's
  local limit=max total
  [[ ! -r /sys/fs/cgroup/memory.max ]] || read -r limit </sys/fs/cgroup/memory.max
  [[ ! -r /sys/fs/cgroup/memory/memory.limit_in_bytes ]] || read -r limit </sys/fs/cgroup/memory/memory.limit_in_bytes
  total=$(awk '/^MemTotal:/ {print $2 * 1024}' /proc/meminfo)
  [[ $limit != max && ${#limit} -lt 16 && $limit -lt $total ]] || limit=$total
  printf '%s' $((limit / 1048576))
}

# The largest heap: what --max-old-space-size asks for, at most 70 % of the memory, and never so much
# that what a server needs beside its heap (about 300 MiB) has no room.
heap_mebibytes() {
  local limit heap asked
  limit=$(limit_mebibytes)
  asked=$(role_variable NODE_OPTIONS | sed -nE 's/.*--max[-_]old[-_]space[-_]size[= ]([0-9]+).*/\1/p')
  heap=$((limit * 70 / 100))
  ((heap < limit - 300)) || heap=$((limit - 300))
  ((heap > 128)) || heap=128
  [[ -z $asked ]] || ((asked > heap)) || heap=$asked
  printf '%s' "$heap"
}
