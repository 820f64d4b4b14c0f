package dev.sluice.review.rules.security;

import dev.sluice.review.Severity;
import dev.sluice.review.rule.Explanation;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Scene;
import dev.sluice.review.rule.StatementRule;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.Place;
import dev.sluice.sql.query.Call;
import dev.sluice.sql.query.Stretch;
import dev.sluice.sql.reader.InnerCode;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** What nobody can read before it runs. */
public final class BanDynamicSql implements StatementRule {
  private static final Set<String> SAFE =
      Set.of("format", "quote_ident", "quote_literal", "quote_nullable");
  private static final RuleInfo INFO =
      new RuleInfo(
          "ban-dynamic-sql",
          Severity.INFO,
          Set.of(Dialect.POSTGRESQL, Dialect.MYSQL, Dialect.MARIADB),
          "SQL stands in the script",
          new Explanation(
              "EXECUTE in a DO block, function or trigger of PostgreSQL, and PREPARE in a MySQL or MariaDB procedure. A warning where values are put into the text without format('%I', '%L', …), quote_ident or quote_literal.",
              "What it runs was not reviewed; where values are put into its text, whoever chooses the value chooses the statement.",
              "Write the statement itself; where it must be put together, pass values with USING and names with format('%I')."));

  @Override
  public RuleInfo info() {
    return INFO;
  }

  @Override
  public List<Problem> check(Scene scene) {
    return InnerCode.of(scene.statement(), scene.dialect()).dynamic().stream()
        .map(Stretch::new)
        .map(d -> problem(d))
        .toList();
  }

  private static Problem problem(Stretch dynamic) {
    Place place = dynamic.get(0).place();
    return injectable(dynamic)
        ? Problem.at(place, "A value becomes part of the SQL that runs here").as(Severity.WARNING)
        : Problem.at(place, "The SQL that runs here was not reviewed");
  }

  /** Something that is no literal is joined to the text, and nothing quotes it. */
  private static boolean injectable(Stretch dynamic) {
    boolean quoted = Call.in(dynamic).stream().anyMatch(c -> SAFE.contains(c.function()));
    return !quoted
        && IntStream.range(1, dynamic.size() - 1)
            .filter(i -> dynamic.at(i, "||"))
            .anyMatch(i -> dynamic.get(i - 1).isName() || dynamic.get(i + 1).isName());
  }
}
