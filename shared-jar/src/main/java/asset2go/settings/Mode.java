package asset2go.settings;

/** {@code NODE_ENV}: development shows more of what goes wrong, production less. */
public enum Mode {
  DEVELOPMENT,
  PRODUCTION,
  TEST
}
