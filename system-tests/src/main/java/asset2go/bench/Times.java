package asset2go.bench;

import java.util.Arrays;

/** How long a question took, asked one after another, in milliseconds. */
record Times(double p50, double p95, double p99) {

  static Times of(double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return new Times(at(sorted, 0.50), at(sorted, 0.95), at(sorted, 0.99));
  }

  private static double at(double[] sorted, double part) {
    return sorted[(int) Math.min(sorted.length - 1, part * sorted.length)];
  }

  @Override
  public String toString() {
    return "%.1f / %.1f / %.1f".formatted(p50, p95, p99);
  }
}
