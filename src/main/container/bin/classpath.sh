# shellcheck shell=bash
# The application's jars, for commands that need no server.
classpath() {
  local wlp=/opt/asset2go/wlp
  printf '%s' "$wlp/usr/servers/asset2go/apps/asset2go-$A2G_ROLE.ear/lib/*"
  printf ':%s' "$wlp"/lib/*org.eclipse.microprofile.config.3.1*.jar "$wlp"/dev/api/stable/*org.eclipse.microprofile.config.3.1*.jar
}
