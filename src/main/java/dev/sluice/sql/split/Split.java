package dev.sluice.sql.split;

import dev.sluice.sql.ParsedScript.Directive;
import dev.sluice.sql.ParsedScript.Problem;
import dev.sluice.sql.Place;
import dev.sluice.sql.Token;
import java.util.List;

/** A script cut into statements. */
public record Split(List<Piece> pieces, List<Problem> problems, List<Directive> directives) {
  public Split {
    pieces = List.copyOf(pieces);
    problems = List.copyOf(problems);
    directives = List.copyOf(directives);
  }

  /**
   * One statement, from its first to its last token.
   *
   * @param data what follows a {@code COPY … FROM STDIN}, else empty
   */
  public record Piece(int number, String text, Place place, List<Token> tokens, String data) {
    public Piece {
      tokens = List.copyOf(tokens);
    }
  }
}
