package dev.sluice.sql.reader;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import dev.sluice.sql.Position;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import dev.sluice.sql.split.Splitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The code within a statement: a DO block, a function, a procedure, a trigger, an event.
 *
 * @param statements those that can be told apart from the control flow around them, with the number
 *     of the statement that they stand in; without trees
 * @param dynamic the statements that run SQL which is put together at run time, from EXECUTE or
 *     PREPARE on
 * @param readable whether the body was found and its language is one that we read
 */
public record InnerCode(List<Statement> statements, List<List<Token>> dynamic, boolean readable) {
  private static final InnerCode NONE = new InnerCode(List.of(), List.of(), true);
  private static final InnerCode FOREIGN = new InnerCode(List.of(), List.of(), false);

  private static final Set<String> PROGRAMS =
      Set.of("FUNCTION", "PROCEDURE", "TRIGGER", "EVENT", "AGGREGATE", "RULE");
  private static final Set<String> NO_PROGRAMS =
      Set.of("TABLE", "VIEW", "INDEX", "USER", "ROLE", "DATABASE", "SCHEMA", "TYPE", "AS");
  private static final Set<String> LANGUAGES = Set.of("sql", "plpgsql");

  public InnerCode {
    statements = List.copyOf(statements);
    dynamic = List.copyOf(dynamic);
  }

  /** Nothing for a statement that contains no code. */
  public static InnerCode of(Statement statement, Dialect dialect) {
    List<Token> tokens = statement.tokens();
    boolean block = tokens.get(0).is("DO") && dialect == Dialect.POSTGRESQL;
    if (!block && !isProgram(tokens)) {
      return NONE;
    }
    return dialect == Dialect.POSTGRESQL
        ? quotedBody(statement, block)
        : read(statement, dialect, ProgramBody.of(tokens));
  }

  private static boolean isProgram(List<Token> tokens) {
    if (!tokens.get(0).is("CREATE") && !tokens.get(0).is("ALTER")) {
      return false;
    }
    for (Token token : tokens) {
      if (token.isOneOf(PROGRAMS)) {
        return true;
      }
      if (token.isOneOf(NO_PROGRAMS)) {
        return false;
      }
    }
    return false;
  }

  /** PostgreSQL's bodies are strings, but for BEGIN ATOMIC … END. */
  private static InnerCode quotedBody(Statement statement, boolean block) {
    List<Token> tokens = statement.tokens();
    if (tokens.stream().anyMatch(t -> t.is("ATOMIC"))) {
      return read(statement, Dialect.POSTGRESQL, ProgramBody.of(tokens));
    }
    int body = bodyAt(tokens, block);
    if (body < 0) {
      return block ? FOREIGN : NONE;
    }
    if (!LANGUAGES.contains(language(tokens)) || !isPlain(tokens.get(body).text())) {
      return FOREIGN;
    }
    return read(statement, Dialect.POSTGRESQL, insideOf(tokens.get(body)));
  }

  private static int bodyAt(List<Token> tokens, boolean block) {
    for (int i = 1; i < tokens.size(); i++) {
      boolean first = block || tokens.get(i - 1).is("AS");
      if (first && tokens.get(i).kind() == Token.Kind.STRING && !tokens.get(i - 1).is("LANGUAGE")) {
        return i;
      }
    }
    return -1;
  }

  private static String language(List<Token> tokens) {
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).is("LANGUAGE")) {
        return tokens.get(i + 1).text().replace("'", "").replace("\"", "").toLowerCase(Locale.ROOT);
      }
    }
    return "plpgsql";
  }

  /** Whether every character of the string stands for itself. */
  private static boolean isPlain(String string) {
    return string.startsWith("$")
        || (string.startsWith("'") && string.indexOf('\'', 1) == string.length() - 1);
  }

  private static List<List<Token>> insideOf(Token string) {
    String text = string.text();
    int open = text.startsWith("$") ? text.indexOf('$', 1) + 1 : 1;
    String inside = text.substring(open, Math.max(open, text.length() - open));
    Place start = string.place();
    Position from = new Position(start.start().line(), start.start().column() + open);
    return Splitter.split(inside, Dialect.POSTGRESQL).pieces().stream()
        .map(p -> p.tokens().stream().map(t -> moved(t, start.offset() + open, from)).toList())
        .toList();
  }

  private static Token moved(Token token, int offset, Position from) {
    Place place = token.place();
    return new Token(
        token.kind(),
        token.text(),
        new Place(
            place.offset() + offset,
            place.length(),
            moved(place.start(), from),
            moved(place.end(), from)));
  }

  private static Position moved(Position position, Position from) {
    return position.line() == 1
        ? new Position(from.line(), from.column() + position.column() - 1)
        : new Position(from.line() + position.line() - 1, position.column());
  }

  private static InnerCode read(Statement outer, Dialect dialect, List<List<Token>> pieces) {
    List<Statement> statements = new ArrayList<>();
    List<List<Token>> dynamic = new ArrayList<>();
    for (List<Token> piece : pieces) {
      ControlFlow flow = new ControlFlow(piece, dialect);
      flow.statements().stream()
          .map(t -> InnerStatement.of(outer, t, dialect))
          .forEach(statements::add);
      dynamic.addAll(flow.dynamic());
    }
    return new InnerCode(statements, dynamic, true);
  }
}
