package dev.sluice.review.rules.naming;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Place;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Names that have to be quoted for ever. */
public final class BanKeywordName implements ActionRule {
  private static final Message TABLE = Message.of("Table");

  private static final Message COLUMN = Message.of("Column");

  /** Reserved in SQL, and in most of the engines. */
  private static final Set<String> WORDS =
      Set.of(
          "all",
          "alter",
          "and",
          "any",
          "as",
          "asc",
          "between",
          "both",
          "by",
          "case",
          "check",
          "collate",
          "column",
          "constraint",
          "create",
          "cross",
          "current_date",
          "current_time",
          "current_timestamp",
          "current_user",
          "default",
          "delete",
          "desc",
          "distinct",
          "drop",
          "else",
          "end",
          "except",
          "exists",
          "false",
          "fetch",
          "for",
          "foreign",
          "from",
          "full",
          "grant",
          "group",
          "groups",
          "having",
          "in",
          "index",
          "inner",
          "insert",
          "intersect",
          "into",
          "is",
          "join",
          "key",
          "lateral",
          "leading",
          "left",
          "like",
          "limit",
          "natural",
          "not",
          "null",
          "offset",
          "on",
          "or",
          "order",
          "outer",
          "primary",
          "rank",
          "references",
          "revoke",
          "right",
          "row",
          "rows",
          "select",
          "session_user",
          "set",
          "some",
          "system",
          "table",
          "then",
          "to",
          "trailing",
          "trigger",
          "true",
          "union",
          "unique",
          "update",
          "user",
          "using",
          "values",
          "when",
          "where",
          "window",
          "with");

  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-keyword-name",
              Severity.INFO,
              RuleInfo.ALL_ENGINES,
              "Names are no keywords",
              new Explanation(
                  "A new table or column, or a new name of one, that is a reserved word of SQL."
                      + " Temporary tables are exempt.",
                  "Each query has to quote it, on every engine in another way, and those that do"
                      + " not fail.",
                  "Choose another name: order_status instead of order."))
          .formerly("reserved-or-quoted-identifier")
          .knownAs("bytebase NAMING_IDENTIFIER_NO_KEYWORD", "bytebase NAMING_TABLE_NO_KEYWORD");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    Stream<Problem> columns =
        NewColumn.of(action, scene).stream()
            .filter(c -> !(c.action() instanceof Action.ModifyColumn))
            .flatMap(c -> problem(c.place(), COLUMN, c.definition().name()));
    return Stream.concat(own(action), columns).toList();
  }

  private static Stream<Problem> own(Action action) {
    if (action instanceof CreateTable table && !table.temporary()) {
      return problem(table.place(), TABLE, table.table().name());
    }
    if (action instanceof Action.RenameTable rename) {
      return problem(rename.place(), TABLE, rename.newName());
    }
    return action instanceof Action.RenameColumn rename
        ? problem(rename.place(), COLUMN, rename.newName())
        : Stream.empty();
  }

  private static Stream<Problem> problem(Place place, Message what, String name) {
    return WORDS.contains(name.toLowerCase(Locale.ROOT))
        ? Stream.of(Problem.at(place, "%s name %s is a keyword", what, name))
        : Stream.empty();
  }
}
