package dev.sluice.review.house;

import dev.sluice.review.Severity;
import dev.sluice.setting.Default;
import dev.sluice.setting.Doc;
import dev.sluice.sql.Dialect;
import java.util.List;
import java.util.Set;

/** One entry of {@code house_rules}. */
@Doc("A rule of this house. docs/house-rules.md has examples.")
public record HouseRuleSettings(
    @Doc("What it looks at: one kind of statement, or several.") Set<StatementKind> statements,
    @Doc("The engines that it is for; all when left out.") Set<Dialect> engines,
    @Doc("Which of these statements it finds; all when left out.") HouseCondition when,
    @Doc("It says nothing where one of these fits.") List<HouseCondition> unless,
    @Doc(
            "What it says, one sentence without full stop. {{table}}, {{column}}, {{name}},"
                + " {{type}}, {{schema}} stand for what the statement names.")
        String message,
    @Doc("What happens if it stays; the same placeholders.")
        @Default("The rules of this house say so.")
        String effect,
    @Doc("What to do instead; the same placeholders.") String remedy,
    @Doc("How much it matters where a review policy says nothing else.") @Default("warning")
        Severity severity) {
  public HouseRuleSettings {
    statements = Set.copyOf(statements);
    engines = Set.copyOf(engines);
    unless = List.copyOf(unless);
  }
}
