# shellcheck shell=bash
# Every setting, into the environment: from there, then the .env file, then var/secrets.env and defaults.
SETTINGS=$ROOT/shared-jar/src/main/java/asset2go/settings

# Sets a variable that is unset or empty.
default() { [[ -n ${!1:-} ]] || export "$1=$2"; }

export_file() { # the variables of an env file that the environment has not
  local parsed pair name
  parsed=$(mktemp)
  "$JAVA_HOME/bin/java" "$SETTINGS/DotEnv.java" "$1" >"$parsed" || { rm -f "$parsed"; exit 1; }
  while IFS= read -r -d '' pair; do
    name=${pair%%=*}
    [[ -n ${!name+set} ]] || export "${pair?}"
  done <"$parsed"
  rm -f "$parsed"
}

secret() { # takes VARIABLE from var/secrets.env where nothing else sets it
  [[ -n ${!1:-} ]] || export "$1=$(sed -n "s/^$1=//p" "$VAR/secrets.env")"
}

make_secrets() {
  [[ -s $VAR/secrets.env ]] || (
    umask 077
    "$JAVA_HOME/bin/java" "$SETTINGS/FreshSecrets.java" >"$VAR/secrets.new" && mv "$VAR/secrets.new" "$VAR/secrets.env"
  )
}

authority() { local rest=${1#*://} && rest=${rest%%[/?#]*} && printf '%s' "${rest##*@}"; }
host_of() { # URL
  local host
  host=$(authority "$1")
  case $host in \[*) printf '%s]' "${host%%]*}" ;; *) printf '%s' "${host%%:*}" ;; esac
}
port_of() { # URL DEFAULT
  local port
  port=$(authority "$1")
  port=${port##*]}
  case $port in *:*) printf '%s' "${port##*:}" ;; *) printf '%s' "$2" ;; esac
}

load_settings() {
  mkdir -p "$VAR/run" "$VAR/logs"
  if [[ -f $ENV_FILE ]]; then
    export_file "$ENV_FILE"
  elif [[ -n ${A2G_ENV_FILE:-} ]]; then
    die "$ENV_FILE (A2G_ENV_FILE) is not there."
  fi
  make_secrets
  default NODE_ENV development
  default API_PORT 3500
  default PORT 3501
  default API_URL "http://localhost:$API_PORT/"
  default APP_URL "http://localhost:$PORT/"
  default NEXT_PUBLIC_API_URL "$API_URL"
  default NEXT_PUBLIC_ADDRESS "$APP_URL"
  default QUEUE asset2go
  secret JWT_SECRET
  if [[ -z ${VAPID_PUBLIC_KEY:-}${VAPID_PRIVATE_KEY:-} ]]; then
    secret VAPID_PUBLIC_KEY
    secret VAPID_PRIVATE_KEY
  fi
  default NEXT_PUBLIC_VAPID_PUBLIC_KEY "${VAPID_PUBLIC_KEY:-}"
  default ADMIN_EMAIL admin@asset2go.test
  secret ADMIN_PASSWORD
  # The name of Compose's service means this machine here.
  default API_INTERNAL_URL http://api:3500/
  [[ $(host_of "$API_INTERNAL_URL") != api ]] || export API_INTERNAL_URL="http://localhost:$API_PORT/"
  # Liberty wants the public names in parts.
  export API_PUBLIC_HOST API_PUBLIC_PORT WEB_PUBLIC_HOST WEB_PUBLIC_PORT
  API_PUBLIC_HOST=$(host_of "$API_URL") API_PUBLIC_PORT=$(port_of "$API_URL" 80)
  WEB_PUBLIC_HOST=$(host_of "$APP_URL") WEB_PUBLIC_PORT=$(port_of "$APP_URL" 80)
}
