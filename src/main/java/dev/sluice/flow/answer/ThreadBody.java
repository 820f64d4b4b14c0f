package dev.sluice.flow.answer;

import dev.sluice.flow.note.FindingView;
import dev.sluice.flow.note.Markdown;
import dev.sluice.review.Finding;
import dev.sluice.review.Replacement;
import dev.sluice.sql.Place;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A finding as the first note of its thread. */
final class ThreadBody {
  private static final Pattern MARKER = Pattern.compile("<!-- sluice kind=finding fp=([0-9a-f]+) ");

  private ThreadBody() {}

  /**
   * @param text the whole script, for the suggestion
   */
  static FindingView view(Finding finding, String text, List<String> targets) {
    return new FindingView(
        Markdown.raw(
            "<!-- sluice kind=finding fp="
                + finding.fingerprint()
                + " rule="
                + finding.rule()
                + " -->"),
        Icons.of(finding.severity()),
        finding.rule().value(),
        finding.message(),
        finding.effect(),
        finding.remedy(),
        finding.replacement().map(r -> suggestion(finding.place(), r, text)),
        targets,
        Markdown.code("-- sluice:ignore " + finding.rule() + " <reason>"));
  }

  /** The fingerprint in a note of ours. */
  static Optional<String> fingerprint(String body) {
    Matcher matcher = MARKER.matcher(body);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * GitLab replaces whole lines, counted from the thread's line: so the untouched rest of the first
   * and the last line stands in the block too.
   */
  private static Content suggestion(Place anchor, Replacement replacement, String text) {
    Place place = replacement.place();
    int lineStart = text.lastIndexOf('\n', place.offset() - 1) + 1;
    int lineEnd =
        text.indexOf(
            '\n', Math.max(place.endOffset() - (place.length() > 0 ? 1 : 0), place.offset()));
    String rest =
        text.substring(
            place.endOffset(), lineEnd < 0 ? text.length() : Math.max(lineEnd, place.endOffset()));
    String block = text.substring(lineStart, place.offset()) + replacement.text() + rest;
    int above = anchor.start().line() - place.start().line();
    int below = endLine(place) - anchor.start().line();
    return Markdown.fence("suggestion:-" + above + "+" + below, block);
  }

  private static int endLine(Place place) {
    boolean atLineStart = place.end().column() == 1 && place.end().line() > place.start().line();
    return atLineStart ? place.end().line() - 1 : place.end().line();
  }
}
