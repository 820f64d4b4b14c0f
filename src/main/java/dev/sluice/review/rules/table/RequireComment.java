package dev.sluice.review.rules.table;

import dev.sluice.language.Message;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.ActionRule;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Action;
import dev.sluice.sql.Action.CreateTable;
import dev.sluice.sql.Action.CreateTable.Origin;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What a table or column means, said where it is. */
public final class RequireComment implements ActionRule {
  private static final Option<Boolean> TABLES =
      Option.yesNo("tables", true, "Whether tables need one");
  private static final Option<Boolean> COLUMNS =
      Option.yesNo("columns", true, "Whether columns need one");
  private static final Option<Integer> LENGTH =
      Option.number("max_length", 256, "How long a comment may be");

  private static final RuleInfo INFO =
      new RuleInfo(
              "require-comment",
              Severity.OFF,
              Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
              "Tables and columns are explained",
              new Explanation(
                  "A new table or column without a comment, or with one that is too long; on"
                      + " PostgreSQL the script comments on it later. Temporary tables, copies and"
                      + " partitions are exempt.",
                  "Those who read the schema guess.",
                  "Write COMMENT, or on PostgreSQL COMMENT ON."))
          .options(TABLES, COLUMNS, LENGTH)
          .formerly("missing-comment")
          .knownAs(
              "bytebase TABLE_COMMENT",
              "bytebase COLUMN_COMMENT",
              "bytebase SYSTEM_COMMENT_LENGTH");

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Action action, Scene scene) {
    Comments comments = new Comments(scene);
    Stream<Problem> ofTable =
        action instanceof CreateTable table
                && !table.temporary()
                && table.origin() == Origin.COLUMNS
                && scene.option(TABLES)
            ? problem(
                table.place(),
                Message.of("Table %s", table.table()),
                comments.ofTable(table),
                scene)
            : Stream.empty();
    Stream<Problem> ofColumns =
        scene.option(COLUMNS) && !(action instanceof Action.ModifyColumn)
            ? NewColumn.of(action, scene).stream()
                .flatMap(
                    c ->
                        problem(
                            c.place(),
                            Message.of("Column %s", c.shown()),
                            comments.ofColumn(c),
                            scene))
            : Stream.empty();
    return Stream.concat(ofTable, ofColumns).toList();
  }

  private static Stream<Problem> problem(
      Place place, Message what, Optional<String> comment, Scene scene) {
    int max = scene.option(LENGTH);
    if (comment.isEmpty()) {
      return Stream.of(Problem.at(place, "%s has no comment", what));
    }
    return comment.get().length() > max
        ? Stream.of(
            Problem.at(
                place,
                "%s has a comment of %s characters, more than %s",
                what,
                comment.get().length(),
                max))
        : Stream.empty();
  }
}
