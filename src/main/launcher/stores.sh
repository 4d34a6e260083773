# shellcheck shell=bash
# Which stores to embed, and where.

listening() { (exec 3<>"/dev/tcp/$1/$2") 2>/dev/null; }
taken() { listening 127.0.0.1 "$1" || listening ::1 "$1"; }
is_loopback() { case $1 in localhost | 127.* | ::1 | '[::1]') return 0 ;; *) return 1 ;; esac; }

holder() { # who listens on port $1, as far as we may know
  local who=
  if command -v ss >/dev/null; then
    who=$(ss -ltnpH "sport = :$1" 2>/dev/null | sed -n 's/.*users:(("\([^"]*\)",pid=\([0-9]*\).*/\1 (pid \2)/p' | head -n1)
  elif command -v lsof >/dev/null; then
    who=$(lsof -nP -iTCP:"$1" -sTCP:LISTEN 2>/dev/null | awk 'NR == 2 {print $1 " (pid " $2 ")"}')
  fi
  printf '%s' "${who:-another program}"
}

need_port() { # VARIABLE
  local port=${!1}
  if [[ ! $port =~ ^[0-9]{1,5}$ ]] || ((port < 1 || port > 65535)); then die "$1 must be a port from 1 to 65535."; fi
  ! taken "$port" || die "port $port ($1) is in use by $(holder "$port"). Stop it, or set $1 to another port in .env."
}

need_ports() {
  need_port API_PORT
  need_port PORT
  [[ -z ${MANAGEMENT_PORT:-} ]] || need_port MANAGEMENT_PORT
  [[ $API_PORT != "$PORT" ]] || die "API_PORT and PORT are both $PORT; they must differ."
}

PORT_FOR=
port_for() { # NAME DEFAULT STORE: the remembered port, else the default, else any; none that others have
  PORT_FOR=$(sed -n "s/^$1=//p" "$VAR/ports.env" 2>/dev/null || true)
  PORT_FOR=${PORT_FOR:-$2}
  ours "$3" || while taken "$PORT_FOR"; do PORT_FOR=$((20000 + RANDOM % 12000)); done
  { grep -v "^$1=" "$VAR/ports.env" 2>/dev/null || true; printf '%s=%s\n' "$1" "$PORT_FOR"; } >"$VAR/ports.new"
  mv -f "$VAR/ports.new" "$VAR/ports.env"
}

# A store is embedded where none is named, or where one on this machine is named and nobody listens.
choose_stores() {
  EMBED=()
  default NEO4J_DATABASE asset2go
  default NEO4J_USER neo4j
  if [[ -z ${NEO4J_URI:-} ]]; then
    port_for NEO4J_PORT 7687 neo4j
    export NEO4J_URI=bolt://localhost:$PORT_FOR
  fi
  if embeddable neo4j "$(host_of "$NEO4J_URI")" "$(port_of "$NEO4J_URI" 7687)"; then
    secret NEO4J_PASSWORD
    EMBED+=(neo4j)
  fi
  if [[ -z ${REDIS_HOST:-}${REDIS_PORT:-} ]]; then
    port_for REDIS_PORT 6379 redis
    export REDIS_PORT=$PORT_FOR
  fi
  default REDIS_HOST localhost
  default REDIS_PORT 6379
  if embeddable redis "$REDIS_HOST" "$REDIS_PORT"; then
    [[ -n ${REDIS_PASSWORD+set} ]] || secret REDIS_PASSWORD
    EMBED+=(redis)
  fi
  default S3_BUCKET asset2go
  default S3_REGION us-east-1
  if [[ -z ${S3_ENDPOINT:-} ]]; then
    port_for S3_PORT 9000 s3
    export S3_ENDPOINT=http://localhost:$PORT_FOR/
  fi
  if embeddable s3 "$(host_of "$S3_ENDPOINT")" "$(port_of "$S3_ENDPOINT" 80)"; then
    secret S3_ACCESS_KEY_ID
    secret S3_SECRET_ACCESS_KEY
    EMBED+=(s3)
  fi
  if [[ -z ${EMAIL_HOST:-} ]]; then
    port_for EMAIL_PORT 2525 smtp
    export EMAIL_HOST=localhost EMAIL_PORT=$PORT_FOR
  fi
  default EMAIL_PORT 587
  default EMAIL_FROM noreply@asset2go.test
  if embeddable smtp "$EMAIL_HOST" "$EMAIL_PORT"; then EMBED+=(smtp); fi
  if [[ -z ${MANAGEMENT_PORT:-} ]]; then
    port_for MANAGEMENT_PORT 3590 none
    export MANAGEMENT_PORT=$PORT_FOR
  fi
}

embeddable() { # STORE HOST PORT
  is_loopback "$2" && { ! taken "$3" || ours "$1"; }
}

# Whether STORE is embedded already, by an "up" whose server has died since.
ours() { pid_of infra >/dev/null && grep -qE "[=,]$1(,|$)" "$VAR/infra.ready" 2>/dev/null; }
