package dev.sluice.review.rules.column;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.NewColumn;
import dev.sluice.review.rule.NewColumnRule;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Data about people, which somebody has to answer for. */
public final class BanPersonalData extends NewColumnRule {
  private static final Option<List<String>> NAMES =
      Option.texts(
          "names",
          List.of(
              "email",
              "phone",
              "mobile",
              "birthday",
              "birth_date",
              "date_of_birth",
              "ssn",
              "passport",
              "id_card",
              "iban",
              "card_number",
              "password"),
          "Words that such names are or hold, whole words between underscores");

  private static final RuleInfo INFO =
      new RuleInfo(
              "ban-personal-data",
              Severity.OFF,
              RuleInfo.ALL_ENGINES,
              "Columns for personal data are agreed on",
              new Explanation(
                  "A new column whose name is, or holds, a word on the list: customer_email for"
                      + " email. Temporary tables are exempt.",
                  "Data about people must be protected, found on demand and deleted in time; what"
                      + " nobody knows of is not.",
                  "Agree with whoever answers for data protection, then waive this with their word"
                      + " as the reason."))
          .options(NAMES);

  public BanPersonalData() {
    super(INFO);
  }

  @Override
  protected Optional<Problem> problem(NewColumn column, Scene scene) {
    String name = "_" + words(column.definition().writtenName()) + "_";
    return scene.option(NAMES).stream()
        .filter(n -> name.contains("_" + n.toLowerCase(Locale.ROOT) + "_"))
        .findFirst()
        .map(n -> Problem.at(column.place(), "Column %s may hold personal data", column.shown()));
  }

  /** {@code customerEmail} as customer_email. */
  private static String words(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
