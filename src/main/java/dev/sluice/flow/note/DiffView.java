package dev.sluice.flow.note;

import dev.sluice.flow.note.SummaryView.PlaceRow;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/** What a change does to schemas, told on demand. */
public record DiffView(List<Section> sections) {
  /**
   * Targets on which it is the same.
   *
   * @param headline how much it is, or why it is not known
   * @param diff a fenced block; empty where there is no difference, or none is known
   * @param diagram a fenced block; empty where no table is touched
   * @param unseen statements whose effect is not in the difference
   */
  public record Section(
      List<String> targets,
      String headline,
      Optional<Content> diff,
      Optional<Content> diagram,
      List<PlaceRow> unseen) {}
}
