package dev.sluice.sql.split;

import dev.sluice.sql.ParsedScript.Directive;
import dev.sluice.sql.Place;
import dev.sluice.sql.split.Split.Piece;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the comments that are addressed to us and the statement that each speaks of. */
final class Directives {
  private static final Pattern DIRECTIVE =
      Pattern.compile("(?:--|#)\\s*sluice:\\s*(?<verb>\\S+)\\s*(?<rest>.*)");
  private static final Pattern BLANK_LINE = Pattern.compile("\\n[ \\t\\r]*\\n");

  private Directives() {}

  static List<Directive> in(Source source, List<Place> comments, List<Piece> pieces) {
    List<Directive> found = new ArrayList<>();
    for (Place comment : comments) {
      String text = source.text.substring(comment.offset(), comment.endOffset());
      Matcher matcher = DIRECTIVE.matcher(text);
      if (matcher.matches()) {
        int statement = statementOf(source, comment, pieces);
        String rest = matcher.group("rest").strip();
        found.add(new Directive(comment, matcher.group("verb"), rest, statement));
      }
    }
    return found;
  }

  private static int statementOf(Source source, Place comment, List<Piece> pieces) {
    Optional<Piece> containing =
        pieces.stream().filter(piece -> holds(piece.place(), comment)).findFirst();
    if (containing.isPresent()) {
      return containing.get().number();
    }
    Optional<Piece> next =
        pieces.stream().filter(p -> p.place().offset() > comment.offset()).findFirst();
    if (next.isEmpty()) {
      return pieces.size();
    }
    boolean forTheFile =
        next.get().number() == 1 && blankLineBetween(source, comment, next.get().place());
    return forTheFile ? 0 : next.get().number();
  }

  /** Inside the statement, or behind it on its last line. */
  private static boolean holds(Place statement, Place comment) {
    boolean behind =
        comment.offset() > statement.offset() && comment.start().line() == statement.end().line();
    return behind
        || (comment.offset() > statement.offset() && comment.offset() < statement.endOffset());
  }

  private static boolean blankLineBetween(Source source, Place comment, Place statement) {
    String between = source.text.substring(comment.endOffset(), statement.offset());
    return BLANK_LINE.matcher(between).find();
  }
}
