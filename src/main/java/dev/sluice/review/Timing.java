package dev.sluice.review;

import java.util.List;
import java.util.Optional;

/**
 * How long a statement works, and what stays locked behind it.
 *
 * @param takes absent where nothing grows with a table, or where its size is not known
 * @param holds the locks that are kept while later statements run
 */
public record Timing(Optional<TimeRange> takes, List<Hold> holds) {
  public static final Timing NONE = new Timing(Optional.empty(), List.of());

  public Timing {
    holds = List.copyOf(holds);
  }

  /**
   * A lock that a statement takes and that only the commit behind a later one gives back.
   *
   * @param until the number of that later statement
   * @param last whether it is the script's last one
   * @param lasts from this statement to the commit, as far as it is known
   * @param atLeast whether it may be longer, for a table's size is not known
   */
  public record Hold(
      TableLock lock, int until, boolean last, Optional<TimeRange> lasts, boolean atLeast) {
    /** For people: {@code ACCESS EXCLUSIVE on orders to the end, 2 to 15 min}. */
    @Override
    public String toString() {
      String end = last ? " to the end" : " to statement " + until;
      String longer = atLeast ? " or more" : "";
      return lock.lock()
          + " on "
          + lock.table()
          + end
          + lasts.map(t -> ", " + t + longer).orElse(atLeast ? ", nobody knows how long" : "");
    }
  }
}
