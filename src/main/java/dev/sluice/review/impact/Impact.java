package dev.sluice.review.impact;

import dev.sluice.sql.ObjectName;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an action takes while it runs.
 *
 * @param lock in the engine's words; empty when none to speak of
 * @param table the table that is locked
 * @param also what is locked beside it: the other end of a foreign key, the parent of a partition
 */
public record Impact(
    String lock, Blocks blocks, Work work, Optional<ObjectName> table, List<Also> also) {
  static final Impact NONE = new Impact("", Blocks.NOTHING, Work.INSTANT, Optional.empty());

  /** The one that hurts more comes last. */
  static final Comparator<Impact> BY_WEIGHT =
      Comparator.comparing(Impact::blocks).thenComparing(Impact::work);

  /** A lock on another relation than the one that the action is about. */
  public record Also(ObjectName table, String lock, Blocks blocks) {}

  public Impact {
    also = List.copyOf(also);
  }

  Impact(String lock, Blocks blocks, Work work, Optional<ObjectName> table) {
    this(lock, blocks, work, table, List.of());
  }

  static Impact on(ObjectName table, String lock, Blocks blocks, Work work) {
    return new Impact(lock, blocks, work, Optional.of(table));
  }

  Impact also(List<Also> more) {
    List<Also> all = new ArrayList<>(also);
    all.addAll(more);
    return new Impact(lock, blocks, work, table, all);
  }

  /** What is left of it when only some tables are others' business. */
  Impact seen(Predicate<ObjectName> byOthers) {
    List<Also> beside = also.stream().filter(a -> byOthers.test(a.table())).toList();
    if (table.isEmpty() || byOthers.test(table.get())) {
      return new Impact(lock, blocks, work, table, beside);
    }
    return beside.isEmpty()
        ? NONE
        : on(beside.get(0).table(), beside.get(0).lock(), beside.get(0).blocks(), Work.INSTANT)
            .also(beside.subList(1, beside.size()));
  }

  /** What is left of it when a tool does the work on a copy. */
  Impact swapped() {
    return table
        .filter(t -> !lock.isEmpty())
        .map(t -> on(t, "metadata lock to swap tables", Blocks.READS_AND_WRITES, Work.INSTANT))
        .orElse(this);
  }

  /** All tables that it locks. */
  List<Also> locks() {
    return Stream.concat(
            table.filter(t -> !lock.isEmpty()).map(t -> new Also(t, lock, blocks)).stream(),
            also.stream())
        .toList();
  }
}
