package dev.sluice.sql.split;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import dev.sluice.sql.Token;
import dev.sluice.sql.split.Split.Piece;
import java.util.ArrayList;
import java.util.List;

/** Cuts a script into statements, as the engine's own client does. */
public final class Splitter {
  private final Source source;
  private final Grammar grammar;
  private final List<Piece> pieces = new ArrayList<>();

  private Splitter(String text, Dialect dialect) {
    this.source = new Source(text);
    this.grammar = Grammar.of(dialect, source);
  }

  public static Split split(String text, Dialect dialect) {
    return new Splitter(text, dialect).split();
  }

  private Split split() {
    Lexer lexer = grammar.lexer();
    List<Token> statement = new ArrayList<>();
    for (Token token = lexer.next(); token != null; token = lexer.next()) {
      switch (grammar.roleOf(token, statement)) {
        case PART -> statement.add(token);
        case TERMINATOR -> finish(statement);
        case NOISE -> {}
      }
    }
    finish(statement);
    return new Split(pieces, lexer.problems, Directives.in(source, lexer.comments, pieces));
  }

  private void finish(List<Token> statement) {
    if (statement.isEmpty()) {
      return;
    }
    String data = grammar.dataAfter(statement);
    Place last = statement.get(statement.size() - 1).place();
    Place place = statement.get(0).place().to(last);
    String text = source.text.substring(place.offset(), place.endOffset());
    pieces.add(new Piece(pieces.size() + 1, text, place, statement, data));
    statement.clear();
  }
}
