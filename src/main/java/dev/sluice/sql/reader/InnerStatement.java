package dev.sluice.sql.reader;

import dev.sluice.sql.Action;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import dev.sluice.sql.Statement;
import dev.sluice.sql.Token;
import dev.sluice.sql.Tree;
import dev.sluice.sql.action.Actions;
import java.util.List;

/** Makes a statement of tokens that stand within another. */
final class InnerStatement {
  private InnerStatement() {}

  static Statement of(Statement outer, List<Token> tokens, Dialect dialect) {
    Place place = tokens.get(0).place().to(tokens.get(tokens.size() - 1).place());
    int from = place.offset() - outer.place().offset();
    String text = outer.text().substring(from, from + place.length());
    return new Statement(
        outer.number(), text, place, tokens, Tree.NONE, actions(text, tokens, dialect), "");
  }

  /** In a program SELECT … INTO sets variables. */
  private static List<Action> actions(String text, List<Token> tokens, Dialect dialect) {
    List<Action> actions = Actions.of(text, tokens, dialect);
    return tokens.get(0).is("SELECT")
        ? List.of(new Action.Select(actions.get(0).place()))
        : actions;
  }
}
