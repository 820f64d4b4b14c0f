package dev.sluice.flow.note;

import gg.jte.Content;
import java.util.List;

/**
 * Who changed what, told on demand.
 *
 * @param more whether there are older ones
 */
public record HistoryView(List<Row> rows, boolean more) {
  public HistoryView {
    rows = List.copyOf(rows);
  }

  /** A rollout. */
  public record Row(
      String when,
      Content mergeRequest,
      String author,
      String approvers,
      String what,
      String target,
      String state) {}
}
