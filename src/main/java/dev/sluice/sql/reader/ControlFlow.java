package dev.sluice.sql.reader;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Takes the words of the control flow from one piece of a program. */
final class ControlFlow {
  private static final Set<String> VERBS =
      Set.of(
          "INSERT",
          "UPDATE",
          "DELETE",
          "TRUNCATE",
          "DROP",
          "ALTER",
          "CREATE",
          "SELECT",
          "WITH",
          "MERGE",
          "REPLACE",
          "GRANT",
          "REVOKE",
          "COPY",
          "LOCK",
          "CALL",
          "RENAME",
          "VALUES",
          "COMMENT",
          "REFRESH",
          "VACUUM",
          "ANALYZE",
          "REINDEX");
  private static final Set<String> PLAIN =
      Set.of(
          "BEGIN", "THEN", "ELSE", "LOOP", "DO", "ATOMIC", "REPEAT", "EXCEPTION", "PERFORM", "NOT");
  private static final Set<String> CONDITIONS = Set.of("IF", "ELSIF", "ELSEIF", "WHEN");
  private static final Set<String> LOOPS = Set.of("LOOP", "DO");
  private static final Set<String> DYNAMIC = Set.of("EXECUTE", "PREPARE");

  private final List<Token> tokens;
  private final Dialect dialect;
  private final List<List<Token>> statements = new ArrayList<>();
  private final List<List<Token>> dynamic = new ArrayList<>();

  ControlFlow(List<Token> piece, Dialect dialect) {
    this.tokens = piece;
    this.dialect = dialect;
    read(0);
  }

  List<List<Token>> statements() {
    return statements;
  }

  List<List<Token>> dynamic() {
    return dynamic;
  }

  private void read(int from) {
    int at = from;
    while (at < tokens.size()) {
      Token token = tokens.get(at);
      if (isPlain(at)) {
        at++;
      } else if (isDynamic(at)) {
        dynamic.add(tokens.subList(at, tokens.size()));
        return;
      } else if (token.isOneOf(VERBS)) {
        statements.add(tokens.subList(at, tokens.size()));
        return;
      } else if (token.isOneOf(CONDITIONS)) {
        at = behind(at + 1, Set.of("THEN"));
      } else if (token.is("CASE")) {
        at = behind(at + 1, Set.of("WHEN")) - 1;
      } else if (token.is("FOR") || token.is("FOREACH") || token.is("WHILE")) {
        at = loop(at);
      } else if (token.is("RETURN")) {
        at = is(at + 1, "QUERY") ? at + 2 : at + 1;
      } else if (token.is("OPEN") || token.is("DECLARE")) {
        at = declared(at);
      } else if (is(at, "<<") || is(at + 1, ":")) {
        at = label(at);
      } else {
        return;
      }
    }
  }

  /** BEGIN … and what else only leads to a statement; PostgreSQL's DO is a statement itself. */
  private boolean isPlain(int at) {
    Token token = tokens.get(at);
    return token.isOneOf(PLAIN) && !(token.is("DO") && dialect == Dialect.POSTGRESQL && at == 0);
  }

  /** MySQL's EXECUTE runs what a PREPARE before it has told already. */
  private boolean isDynamic(int at) {
    return tokens.get(at).isOneOf(DYNAMIC)
        && (dialect == Dialect.POSTGRESQL || is(at, "PREPARE") || is(at + 1, "IMMEDIATE"));
  }

  /** {@code FOR row IN query LOOP …}, {@code WHILE condition LOOP …}. */
  private int loop(int at) {
    int end = behind(at + 1, LOOPS);
    int in = behind(at + 1, Set.of("IN"));
    boolean query = tokens.get(at).is("FOR") && in < end;
    if (query && tokens.get(in).isOneOf(DYNAMIC)) {
      dynamic.add(tokens.subList(in, end - 1));
    } else if (query && tokens.get(in).isOneOf(VERBS)) {
      statements.add(tokens.subList(in, end - 1));
    }
    return end;
  }

  /**
   * {@code DECLARE … HANDLER FOR … statement}, {@code … CURSOR FOR query}, {@code OPEN c FOR …}.
   */
  private int declared(int at) {
    int handler = behind(at, Set.of("HANDLER"));
    int found = behind(handler < tokens.size() ? handler : at, Set.of("FOR"));
    while (found < tokens.size()
        && !tokens.get(found).isOneOf(VERBS)
        && !tokens.get(found).isOneOf(DYNAMIC)
        && !tokens.get(found).is("BEGIN")) {
      found++;
    }
    return found;
  }

  private int label(int at) {
    return is(at, "<<") ? behind(at, Set.of(">>")) : at + 2;
  }

  /** The index behind the first of these words outside parentheses and CASE, or the end. */
  private int behind(int from, Set<String> words) {
    int depth = 0;
    for (int i = from; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (depth == 0 && token.isOneOf(words)) {
        return i + 1;
      }
      boolean opens = token.is("(") || token.is("CASE");
      depth += opens ? 1 : token.is(")") || token.is("END") ? -1 : 0;
    }
    return tokens.size();
  }

  private boolean is(int at, String word) {
    return at < tokens.size() && tokens.get(at).is(word);
  }
}
