package dev.sluice.benchmark;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/** Durations of one kind, and what is usually asked of them. */
final class Figures {
  private final List<Long> nanos = Collections.synchronizedList(new ArrayList<>());

  void add(long took) {
    nanos.add(took);
  }

  int count() {
    return nanos.size();
  }

  /**
   * @param share 0.5 for the median, 0.99 for the 99th percentile
   */
  double millis(double share) {
    List<Long> sorted = new ArrayList<>(nanos);
    Collections.sort(sorted);
    int index = (int) Math.ceil(share * sorted.size()) - 1;
    return sorted.get(Math.max(0, index)) / (double) Duration.ofMillis(1).toNanos();
  }

  double median() {
    return millis(0.5);
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "median %.1f ms, p90 %.1f, p99 %.1f, max %.1f (n=%d)",
        median(),
        millis(0.9),
        millis(0.99),
        millis(1),
        count());
  }
}
