package dev.sluice.flow.note;

import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/** How a rollout ended, told once in the merge request. */
public record ResultView(
    Content marker,
    String headline,
    List<String> lines,
    List<StepRow> steps,
    Optional<Failure> failure,
    List<Content> choices,
    Optional<Content> schemaDiff,
    List<Folded> more,
    String footer) {

  /** The same with other lines and other things to unfold. */
  public ResultView with(List<String> nowLines, List<Folded> nowMore) {
    return new ResultView(
        marker, headline, nowLines, steps, failure, choices, schemaDiff, nowMore, footer);
  }

  /** Something for those who want to know more. */
  public record Folded(String title, Content content) {}

  /** A statement's result. */
  public record StepRow(
      String icon, int seq, Content place, String state, String rows, String took) {}

  /** What went wrong. */
  public record Failure(
      Content place,
      Content statement,
      String sqlState,
      Optional<Content> message,
      Optional<String> hint) {}
}
