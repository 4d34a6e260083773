# shellcheck shell=bash
# The application's jars, for commands that need no server.
classpath() {
  local wlp=/opt/asset2go/wlp
  if [[ -n ${RELOAD_ROOT:-} ]]; then
    # A development image: class folders and the role's libraries.
    # shellcheck disable=SC2086,SC2059 # a name each
    printf "$RELOAD_ROOT/%s/target/classes:" $RELOAD_MODULES
    printf '%s' "/opt/asset2go/lib/$A2G_ROLE/*"
  else
    printf '%s' "$wlp/usr/servers/asset2go/apps/asset2go-$A2G_ROLE.ear/lib/*"
  fi
  printf ':%s' "$wlp"/lib/*org.eclipse.microprofile.config.3.1*.jar "$wlp"/dev/api/stable/*org.eclipse.microprofile.config.3.1*.jar
}
