package dev.sluice.flow.answer;

import dev.sluice.flow.note.FindingView;
import dev.sluice.flow.note.Markdown;
import dev.sluice.language.Language;
import dev.sluice.review.Finding;
import dev.sluice.review.Replacement;
import dev.sluice.review.Unwaivable;
import dev.sluice.sql.Place;
import gg.jte.Content;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A finding as the first note of its thread. */
final class ThreadBody {
  private static final Pattern MARKER = Pattern.compile("<!-- sluice kind=finding fp=([0-9a-f]+) ");

  /** GitLab's limit on the lines above and below. */
  private static final int FARTHEST = 100;

  private ThreadBody() {}

  /**
   * @param text the whole script, for the suggestion
   * @param prefix of our commands
   * @param uses what the code says of it
   */
  static FindingView view(
      Finding finding,
      String text,
      List<String> targets,
      String prefix,
      Optional<FindingView.Uses> uses,
      Language language) {
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
        finding.replacement().flatMap(r -> suggestion(finding.place(), r, text)),
        targets,
        new FindingView.Waiving(
            Markdown.code("-- sluice:ignore " + finding.rule() + " <reason>"),
            Markdown.code(prefix + " waive --reason \"…\""),
            finding.unwaivable().map(Unwaivable::words).map(language::say)),
        uses);
  }

  /** The fingerprint in a note of ours. */
  static Optional<String> fingerprint(String body) {
    Matcher matcher = MARKER.matcher(body);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  /**
   * GitLab replaces whole lines, counted from the thread's line: so the untouched rest of the first
   * and the last line stands in the block too. Empty when the lines are too far away, or a line of
   * the block would be a quick action of ours.
   */
  private static Optional<Content> suggestion(Place anchor, Replacement replacement, String text) {
    Place place = replacement.place();
    int above = Math.max(0, anchor.start().line() - place.start().line());
    int below = Math.max(0, endLine(place) - anchor.start().line());
    String block = lines(anchor, replacement, text);
    return above <= FARTHEST && below <= FARTHEST && !Markdown.treacherous(block)
        ? Optional.of(Markdown.verbatim("suggestion:-" + above + "+" + below, block))
        : Optional.empty();
  }

  /** The lines from the thread's to the touched ones as they should be, without the last end. */
  private static String lines(Place anchor, Replacement replacement, String text) {
    Place place = replacement.place();
    int first = Math.min(anchor.offset(), place.offset());
    int last = Math.max(anchor.offset(), Math.max(place.offset(), place.endOffset() - 1));
    int lineEnd = text.indexOf('\n', last);
    int end = Math.max(place.endOffset(), lineEnd < 0 ? text.length() : lineEnd);
    String block =
        text.substring(text.lastIndexOf('\n', first - 1) + 1, place.offset())
            + replacement.text()
            + text.substring(place.endOffset(), end);
    boolean withItsEnd = lineEnd >= 0 && place.endOffset() > lineEnd;
    return block.replaceFirst(withItsEnd ? "\\r?\\n\\z" : "\\r\\z", "");
  }

  private static int endLine(Place place) {
    boolean atLineStart = place.end().column() == 1 && place.end().line() > place.start().line();
    return atLineStart ? place.end().line() - 1 : place.end().line();
  }
}
