# shellcheck shell=bash
# Starts and stops processes. Each is recorded in var/run as "pid start-time", so that a pid that
# belongs to somebody else by now is never ended.

start_time() {
  if [[ -d /proc/self ]]; then
    # Field 22, counted after the command's ")"; a zombie is as good as gone.
    sed -n 's/^.*) \([^Z] .*\)$/\1/p' "/proc/$1/stat" 2>/dev/null | cut -d' ' -f20
  else
    ps -o lstart= -p "$1" 2>/dev/null || true
  fi
}

record() { mkdir -p "$VAR/run" && printf '%s %s\n' "$2" "$(start_time "$2")" >"$VAR/run/$1.pid"; }

pid_of() { # the pid of part $1 if it runs
  local pid start
  read -r pid start 2>/dev/null <"$VAR/run/$1.pid" || return 1
  [[ -n $start && $(start_time "$pid") == "$start" ]] && printf '%s' "$pid"
}

in_background() { # PART COMMAND...: free of our terminal, our locks and our pipes
  local part=$1 detach=nohup
  shift
  command -v setsid >/dev/null && detach=setsid
  [[ ! -s $VAR/logs/$part.log ]] || mv -f "$VAR/logs/$part.log" "$VAR/logs/$part.log.1"
  $detach "$@" </dev/null >"$VAR/logs/$part.log" 2>&1 7>&- 8>&- 9>&- &
  record "$part" $!
}

stop_part() { # PART SECONDS: asks, waits, then insists
  local pid i
  pid=$(pid_of "$1") || { rm -f "$VAR/run/$1.pid"; return 0; }
  kill -TERM "$pid" 2>/dev/null || true
  for ((i = 0; i < $2 * 5; i++)); do
    pid_of "$1" >/dev/null || break
    sleep 0.2
  done
  if pid_of "$1" >/dev/null; then
    say "  $1 did not stop within $2 s and is killed."
    kill -KILL "$pid" 2>/dev/null || true
  fi
  rm -f "$VAR/run/$1.pid"
}

stop_all() { stop_part server 60 && stop_part infra 40 && rm -f "$VAR/run/addresses"; }

lock() { # FILE FD: waits for whoever has it
  mkdir -p "$(dirname "$1")"
  eval "exec $2>\"\$1\""
  command -v flock >/dev/null || return 0
  flock -n "$2" || { say "  (waiting for another ./asset2go)"; flock "$2"; }
}
