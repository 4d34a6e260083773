# shellcheck shell=bash
# The rarer commands: env, the demo inventory, test, dev.

write_env() {
  [[ ! -e $ENV_FILE ]] || die "$ENV_FILE is there already and is left alone."
  find_java
  local replace='' name value
  while IFS='=' read -r name value; do
    replace+="s|^$name=[^ ]*|$name=$value|;"
  done < <("$JAVA_HOME/bin/java" "$SETTINGS/FreshSecrets.java")
  (umask 077 && sed "$replace" "$ROOT/.env.example" >"$ENV_FILE")
  say "Wrote $ENV_FILE with fresh secrets. The first administrator's password is ADMIN_PASSWORD in it."
}

json() { tr ',{' '\n\n' | sed -n "s/^ *\"$1\" *: *\"\{0,1\}\([^\"}]*\).*/\1/p" | head -n1; }

api() { # METHOD PATH CURL-ARGUMENTS...: the answer's body; fails with it on an error status
  local method=$1 path=$2 answer
  shift 2
  answer=$(curl -sS -m 60 -X "$method" -w '\n%{http_code}' "http://localhost:$API_PORT$path" "$@") || return 1
  [[ ${answer##*$'\n'} == 2?? ]] || { printf '\n%.500s\n' "${answer%$'\n'*}" >&2; return 1; }
  printf '%s' "${answer%$'\n'*}"
}

sign_in() { # prints a token of the first administrator; the password goes by standard input, so that no list of processes shows it
  local login
  login=$(printf '{"email":"%s","password":"%s"}' "$ADMIN_EMAIL" "${ADMIN_PASSWORD//\"/\\\"}" |
    api POST /v1/auth/login -H 'Content-Type: application/json' --data-binary @-) || return 1
  json token <<<"$login"
}

check_graph() { # by the API, stretch by stretch; 1 where something is wrong
  local token answer after='' found=0 looked=0 number
  need_curl
  find_java
  load_settings
  recorded
  pid_of server >/dev/null || die 'it is not running; ./asset2go up first.'
  token=$(sign_in) || die "cannot sign in as $ADMIN_EMAIL with ADMIN_PASSWORD; an administrator sees the same on the page /checks."
  while :; do
    answer=$(api GET "/v1/checks/graph?limit=10000${after:+&after=$after}" -K <(printf 'header = "Authorization: Bearer %s"' "$token")) ||
      die 'the check broke off.'
    while read -r number; do looked=$((looked + number)); done < <(
      sed 's/.*"looked":{\([^}]*\)}.*/\1/' <<<"$answer" | tr ',' '\n' | sed -n 's/.*:\([0-9]*\)$/\1/p')
    while read -r number; do
      say "  $number"
      found=$((found + 1))
    done < <(tr '{' '\n' <<<"$answer" |
      sed -n 's/^"rule":"\([^"]*\)","kind":"\([^"]*\)","id":"\([^"]*\)","detail":"\([^"]*\)".*/\1: \2 \3 \4/p')
    after=$(json next <<<"$answer")
    [[ -n $after && $after != null ]] || break
  done
  say "$looked things were looked at, $found are wrong."
  [[ $found == 0 ]]
}

import_demo() {
  local token login kind run run_state state began
  # By way of standard input, so that no list of processes shows the password.
  login=$(printf '{"email":"%s","password":"%s"}' "$ADMIN_EMAIL" "${ADMIN_PASSWORD//\"/\\\"}" |
    api POST /v1/auth/login -H 'Content-Type: application/json' --data-binary @-) ||
    die "the demo is not imported: cannot sign in as $ADMIN_EMAIL with ADMIN_PASSWORD."
  token=$(json token <<<"$login")
  for kind in locations assets dependencies; do
    step demo "$kind"
    run=$(api POST /v1/imports -K <(printf 'header = "Authorization: Bearer %s"' "$token") \
      -F "kind=$kind" -F "file=@$ROOT/demo/$kind.csv;type=text/csv" | json id) || die "the $kind are not imported."
    state=queued began=$SECONDS
    while [[ $state == queued || $state == running ]]; do
      ((SECONDS - began < 180)) || die "the import of $kind is still $state after 3 minutes; see ./asset2go logs."
      sleep 1
      printf .
      run_state=$(api GET "/v1/imports/$run" -K <(printf 'header = "Authorization: Bearer %s"' "$token")) || die 'the import is lost.'
      state=$(json state <<<"$run_state")
    done
    [[ $state == completed ]] || die "the import of $kind $state."
    say "$(json created <<<"$run_state") created, $(json failed <<<"$run_state") failed"
  done
}

# Liberty's dev mode from the root: it compiles what is saved and restarts the application. The EAR
# is a list of class folders there, under the name that Maven gives it.
dev() {
  need_curl
  find_java
  find_build_tools
  mkdir -p "$VAR"
  lock "$VAR/up.lock" 9
  load_settings
  ! pid_of server >/dev/null || die 'it is running; ./asset2go down first.'
  trap interrupted INT TERM
  trap stop_all EXIT
  need_ports
  build
  choose_stores
  size_heaps
  launch_infra
  await_infra
  local config=$VAR/liberty/dev-config
  rm -rf "$config" "$VAR/liberty/servers/dev"
  mkdir -p "$VAR/liberty"
  cp -R "$ROOT/src/main/liberty/config" "$config"
  sed -i.bak 's|location="[^"]*/asset2go-[^"]*[.]ear"|location="asset2go.ear"|' "$config/server.xml"
  sed -i.bak 's|applicationMonitor updateTrigger="mbean"|applicationMonitor updateTrigger="polled"|' "$config/common.xml"
  rm -f "$config"/*.bak
  export A2G_ROLE=all A2G_ENV_FILE=/dev/null JVM_ARGS="-Xmx${SERVER_HEAP}m"
  say
  say "  Web   $APP_URL   API   $API_URL   Sign in as $ADMIN_EMAIL; the password is in .env or $VAR/secrets.env"
  say '  Save a file, and it is live some seconds later. Ctrl-C, or q and Enter, ends it.'
  "$MVN" -B -f "$ROOT/pom.xml" -pl '!system-tests,!infra' liberty:dev -DskipTests -Ddebug=false -DskipInstallFeature=true \
    -DconfigDirectory="$config" -DuserDirectory="$VAR/liberty" -DserverName=dev -DinstallDirectory="$WLP" 9>&- || true
}

# A worker in a process of its own. Its standard output is read by programs, so ours keeps off it.
queue_echo() {
  find_java
  mkdir -p "$VAR/logs"
  build >&2
  exec "$JAVA_HOME/bin/java" -cp "$ROOT/ear/target/all/lib/*" asset2go.queue.EchoWorker "$@"
}

find_chromium() {
  local name
  for name in "${A2G_CHROMIUM:-}" chromium chromium-browser google-chrome google-chrome-stable \
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'; do
    if A2G_CHROMIUM=$(command -v "$name"); then
      export A2G_CHROMIUM PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
      return
    fi
  done
  if ((EUID == 0)) && command -v apt-get >/dev/null; then
    say 'Installing Chromium for the browser tests'
    mkdir -p "$VAR/logs"
    { apt-get update && DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends chromium; } \
      >"$VAR/logs/apt.log" 2>&1 || die "Chromium cannot be installed; see $VAR/logs/apt.log."
    A2G_CHROMIUM=$(command -v chromium)
    export A2G_CHROMIUM PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1
  else
    die 'Chromium is missing (for the browser tests). Debian: apt-get install chromium; macOS: brew install --cask google-chrome; or set A2G_CHROMIUM.'
  fi
}

run_tests() {
  find_java
  find_build_tools
  need_curl
  find_chromium
  lock "$ROOT/var/build.lock" 8
  mkdir -p "$VAR/logs"
  # Systems that tests start take what this run has built; and they have settings of their own.
  export A2G_NO_BUILD=1
  unset A2G_ENV_FILE
  # A failed test must not keep the other modules from being tested: the summary decides.
  local status=0
  rm -rf "$ROOT"/*/target/surefire-reports
  "$MVN" -B -fae -Dmaven.test.failure.ignore=true -f "$ROOT/pom.xml" verify "$@" 2>&1 | tee "$VAR/logs/test.log" |
    grep --line-buffered -E '^\[(ERROR|INFO\] (Building Asset2Go|Tests run:.* -- in|BUILD))' || status=1
  ((PIPESTATUS[0] == 0)) || status=1
  summary || status=1
  return $status
}

summary() { # of all reports; fails where a test has, or where none ran
  cat "$ROOT"/*/target/surefire-reports/TEST-*.xml 2>/dev/null | awk '
    function number(name) { return match($0, " " name "=\"[0-9]+") ? substr($0, RSTART + length(name) + 3, RLENGTH - length(name) - 3) : 0 }
    /<testsuite / { tests += number("tests"); failed += number("failures") + number("errors"); skipped += number("skipped") }
    END {
      printf "%d passed, %d failed, %d skipped\n", tests - failed - skipped, failed, skipped
      exit failed > 0 || tests == 0
    }'
}
