package dev.sluice.review.rules.column;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.sql.Dialect;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Amounts that do not add up. */
public final class BanInexactMoney extends NewColumnRule {
  private static final Option<List<String>> NAMES =
      Option.texts(
          "names",
          List.of("amount", "price", "cost", "fee", "total", "balance", "money", "salary", "tax"),
          "Words that stand for money in the name of a column");

  private static final Set<String> INEXACT =
      Set.of("real", "double precision", "float", "double", "float unsigned", "double unsigned");

  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-inexact-money",
              Severity.WARNING,
              RuleInfo.ALL_ENGINES,
              "Amounts of money are exact numbers",
              new Explanation(
                  "A new column whose name speaks of money and whose type is a floating point"
                      + " number, or money of PostgreSQL.",
                  "Sums of floating point numbers are off by cents; money loses its currency and"
                      + " depends on a setting of the session.",
                  "Use numeric or decimal with two or more decimals."))
          .options(NAMES)
          .formerly("float-type", "money-type");

  public BanInexactMoney() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    String type = column.definition().type().name();
    List<String> words = List.of(column.definition().name().toLowerCase(Locale.ROOT).split("_"));
    boolean money = scene.option(NAMES).stream().anyMatch(words::contains);
    boolean own = scene.dialect() == Dialect.POSTGRESQL && type.equals("money");
    return own || (money && INEXACT.contains(type))
        ? Optional.of(Problem.at(column.place(), "Column %s is %s", column.shown(), type))
        : Optional.empty();
  }
}
