package asset2go.rolling;

/** Something that somebody does again and again. */
@FunctionalInterface
interface Work {
  /** Once. */
  void once() throws InterruptedException;

  /** Until interrupted, with a breath between. */
  default Thread repeat(String name, long pauseMillis) {
    return Thread.ofVirtual()
        .name(name)
        .start(
            () -> {
              try {
                while (true) {
                  once();
                  Thread.sleep(pauseMillis);
                }
              } catch (InterruptedException over) {
                Thread.currentThread().interrupt();
              }
            });
  }
}
