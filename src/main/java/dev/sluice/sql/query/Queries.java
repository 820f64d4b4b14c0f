package dev.sluice.sql.query;

import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What rules ask about queries, wherever they stand: at the top, in DML, in a view. */
public final class Queries {
  private static final Set<String> LIKES = Set.of("LIKE", "ILIKE");

  private Queries() {}

  /**
   * All tables that the statement's queries and changes name, in order; names of common table
   * expressions are left out. Read from tokens, so it works without a tree.
   */
  public static List<TableReference> tables(Statement statement, Dialect dialect) {
    return new TableScanner(statement.tokens(), dialect).tables();
  }

  /** All columns in expressions; empty when there is no tree. */
  public static Optional<UsedColumns> columns(Statement statement, Dialect dialect) {
    return statement.tree().root().map(root -> ColumnFinder.columns(root, statement, dialect));
  }

  /** What groupings select without naming it; empty when there is no tree. */
  public static List<Ungrouped> ungrouped(Statement statement, Dialect dialect) {
    return statement
        .tree()
        .root()
        .map(root -> GroupFinder.ungrouped(root, dialect))
        .orElse(List.of());
  }

  /** The places of {@code *} and {@code t.*} in select lists, but for those in EXISTS. */
  public static List<Place> selectStars(Statement statement) {
    return StarFinder.stars(statement.tokens());
  }

  /** The places of patterns that begin with a wildcard: no index helps to find them. */
  public static List<Place> leadingWildcards(Statement statement) {
    List<Place> places = new ArrayList<>();
    List<Token> tokens = statement.tokens();
    for (int i = 0; i + 1 < tokens.size(); i++) {
      if (tokens.get(i).isOneOf(LIKES)) {
        Token pattern = pattern(tokens, i + 1);
        if (pattern.kind() == Token.Kind.STRING
            && pattern.text().matches("(?s)[EeNn]?'[%_].*|\"[%_].*")) {
          places.add(pattern.place());
        }
      }
    }
    return places;
  }

  /** The pattern at {@code at}, or the first argument of the CONCAT there. */
  private static Token pattern(List<Token> tokens, int at) {
    boolean concatenated =
        tokens.get(at).is("CONCAT") && at + 2 < tokens.size() && tokens.get(at + 1).is("(");
    return tokens.get(concatenated ? at + 2 : at);
  }
}
