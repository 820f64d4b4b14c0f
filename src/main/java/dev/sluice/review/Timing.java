package dev.sluice.review;

import dev.sluice.language.Message;
import dev.sluice.language.Sayable;
import java.util.List;
import java.util.Optional;

/**
 * How long a statement works, and what stays locked behind it.
 *
 * @param takes absent where nothing grows with a table, or where its size is not known
 * @param open whether it takes longer the more rows there are, and nobody knows how many
 * @param holds the locks that are kept while later statements run
 */
public record Timing(Optional<TimeRange> takes, boolean open, List<Hold> holds) {
  public static final Timing NONE = new Timing(Optional.empty(), false, List.of());

  public Timing {
    holds = List.copyOf(holds);
  }

  /** For people; empty when it is over in an instant. */
  public Optional<Message> words() {
    return takes
        .map(TimeRange::said)
        .or(() -> open ? Optional.of(Message.of("unknown without the size")) : Optional.empty());
  }

  public Timing with(List<Hold> nowHolds) {
    return new Timing(takes, open, nowHolds);
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
      TableLock lock, int until, boolean last, Optional<TimeRange> lasts, boolean atLeast)
      implements Sayable {
    /** For people: {@code ACCESS EXCLUSIVE on orders to the end, 2–15 min}. */
    @Override
    public Message said() {
      Message held =
          last
              ? Message.of("%s on %s to the end", lock.lock(), lock.table())
              : Message.of("%s on %s to statement %s", lock.lock(), lock.table(), until);
      if (lasts.isEmpty()) {
        return atLeast ? Message.of("%s, nobody knows how long", held) : held;
      }
      return atLeast
          ? Message.of("%s, %s or more", held, lasts.get())
          : Message.of("%s, %s", held, lasts.get());
    }

    @Override
    public String toString() {
      return said().toString();
    }
  }
}
