package dev.sluice.flow.note;

import dev.sluice.flow.note.ResultView.Failure;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;

/**
 * How a deployment goes on several targets of one environment; one note, edited in place.
 *
 * @param first rows that are always seen: what went wrong
 * @param rows the others
 * @param folded whether those are behind a click
 * @param left how many there is no room for
 * @param schemaDiff of one target, which is named
 */
public record GroupView(
    Content marker,
    String headline,
    List<String> lines,
    List<Failed> failures,
    List<Content> choices,
    List<Row> first,
    List<Row> rows,
    boolean folded,
    int left,
    Optional<SchemaDiff> schemaDiff,
    String footer) {

  /** A target. */
  public record Row(
      String target,
      String wave,
      String state,
      String statements,
      String rows,
      String took,
      String note) {}

  /** What went wrong on a target. */
  public record Failed(String target, List<String> lines, Failure failure) {}

  /** What changed. */
  public record SchemaDiff(String target, Content diff) {}
}
