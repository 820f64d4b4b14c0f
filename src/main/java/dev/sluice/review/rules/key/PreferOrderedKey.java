package dev.sluice.review.rules.key;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.NewIndex;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.DataType;
import java.util.Optional;
import java.util.regex.Pattern;

/** Keys that arrive in the order of the table. */
public final class PreferOrderedKey extends NewColumnRule {
  private static final Pattern UUID = Pattern.compile("(var)?char\\((32|36)\\)|uuid");

  private static final RuleInfo INFO =
      new RuleInfo(
              "prefer-ordered-key",
              Severity.INFO,
              RuleInfo.MYSQL_FAMILY,
              "Primary keys are not random",
              new Explanation(
                  "The primary key of a new table that is a text or binary of the size of a UUID.",
                  "InnoDB keeps rows in the order of the primary key: random ones split pages all"
                      + " over the table, and each other index carries the wide key.",
                  "Use bigint, or UUIDs that begin with the time (version 7, or UUID_TO_BIN(…, 1))"
                      + " as binary(16)."))
          .formerly("random-uuid-pk");

  public PreferOrderedKey() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    DataType type = column.definition().type();
    boolean key =
        NewIndex.of(column.action()).stream()
            .filter(i -> i.kind() == NewIndex.Kind.PRIMARY)
            .anyMatch(i -> i.columns().get(0).equals(column.definition().name()));
    return key && UUID.matcher(type.toString()).matches()
        ? Optional.of(Problem.at(column.place(), "Primary key %s is %s", column.shown(), type))
        : Optional.empty();
  }
}
