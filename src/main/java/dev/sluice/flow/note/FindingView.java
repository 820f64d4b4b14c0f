package dev.sluice.flow.note;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/**
 * A finding as its thread shows it.
 *
 * @param marker identifies the thread as ours; never trusted without our own authorship
 * @param suggestion the fenced suggestion block, where a replacement fits the lines
 * @param targets where it holds
 * @param uses empty where nobody looked
 */
public record FindingView(
    Content marker,
    String icon,
    String rule,
    String message,
    String effect,
    String remedy,
    Optional<Content> suggestion,
    List<String> targets,
    Waiving waiving,
    Optional<Uses> uses) {
  /**
   * How to accept it, or why nobody can.
   *
   * @param refusal empty where people may
   */
  public record Waiving(Content ignoreExample, Content waiveExample, Optional<String> refusal) {}

  /** Code that names what is dropped; the links, and what else is to be said of them. */
  public record Uses(String title, List<Content> places, Optional<String> note) {
    /** Then the title says it all. */
    public boolean isNothing() {
      return places.isEmpty() && note.isEmpty();
    }
  }
}
