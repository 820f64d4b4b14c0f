package dev.sluice.flow.note;

import dev.sluice.flow.note.SummaryView.PlanRow;
import java.util.List;

/** What a change's statements do and lock, told on demand. */
public record PlanView(List<Section> sections) {
  /**
   * Targets on which it is the same.
   *
   * @param note what was not known of them; empty when the schema was read
   */
  public record Section(List<String> targets, String note, List<PlanRow> rows) {}
}
