package dev.sluice.review.rules.key;

import dev.sluice.review.Replacement;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.NewIndex;
import dev.sluice.review.rule.NewIndex.Kind;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.ColumnDefinition.Generation;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Token;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Keys that count up to the end of their type. */
public final class PreferBigintKey extends NewColumnRule {
  private static final Option<List<String>> EXCEPT =
      Option.texts("except", List.of(), "Tables that stay small");

  private static final RuleInfo INFO =
      new RuleInfo(
              "prefer-bigint-key",
              Severity.WARNING,
              Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
              "Keys that count up are bigint",
              new Explanation(
                  "The primary key of a new table that the database numbers by itself, of a type"
                      + " narrower than bigint.",
                  "At 2147483647 (of integer) each INSERT fails, and the way out rewrites the table"
                      + " and all that refer to it.",
                  "Make it bigint; four more bytes a row cost nothing."))
          .options(EXCEPT)
          .formerly("int-key-overflow")
          .knownAs(
              "squawk prefer-bigint-over-int",
              "squawk prefer-bigint-over-smallint",
              "bytebase INDEX_PK_TYPE_LIMIT");

  private static final Set<String> NARROW =
      Set.of("integer", "smallint", "int", "mediumint", "tinyint");

  private static final Map<String, String> WIDER =
      Map.of("serial", "bigserial", "serial4", "bigserial", "smallserial", "bigserial");

  public PreferBigintKey() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    String type = column.definition().type().name().replace(" unsigned", "");
    boolean meant =
        column.ofNewTable()
            && column.definition().generation() == Generation.IDENTITY
            && NARROW.contains(type)
            && isPrimaryKey(column)
            && !scene.option(EXCEPT).contains(column.table().name());
    return meant ? Optional.of(problem(column, type)) : Optional.empty();
  }

  private static boolean isPrimaryKey(NewColumn column) {
    return Stream.of(column.action())
        .flatMap(a -> NewIndex.of(a).stream())
        .filter(i -> i.kind() == Kind.PRIMARY)
        .anyMatch(i -> i.columns().equals(List.of(column.definition().name())));
  }

  private static Problem problem(NewColumn column, String type) {
    Token written = column.type();
    String wider = WIDER.getOrDefault(written.text().toLowerCase(Locale.ROOT), "bigint");
    return Problem.at(
            column.place(),
            "Primary key %s.%s is %s",
            column.table(),
            column.definition().name(),
            type)
        .withReplacement(Optional.of(new Replacement(written.place(), wider)));
  }
}
