package dev.sluice.review.rules;

import dev.sluice.review.RuleId;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.sql.Dialect;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Renders docs/rules from the rules' metadata and their fixtures. */
final class RulePages {
  private static final Map<Dialect, String> ENGINES =
      Map.of(
          Dialect.POSTGRESQL, "PostgreSQL",
          Dialect.SQLITE, "SQLite",
          Dialect.MYSQL, "MySQL",
          Dialect.MARIADB, "MariaDB");
  private static final String GENERATED =
      "<!-- Generated from the rules and their fixtures: ./mvnw test -Dgolden=update -->\n";

  private RulePages() {}

  static String index(List<Rule> rules) {
    return GENERATED
        + """
        # Rules

        What a review can find. The severity is the default; a review policy changes it per rule,
        and `-- sluice:ignore <rule> <reason>` in front of a statement waives one finding.
        A rule goes by its former names too.

        | Rule | Wants | Severity | Engines | Also called |
        |---|---|---|---|---|
        """
        + rules.stream().map(r -> row(r.info())).collect(Collectors.joining())
        + """

        **Severity** "error, info on small tables": a table of fewer than 10 000 rows and less than
        16 MB is small. A table of unknown size counts as large, and the finding says so.

        What is not understood is never passed over: it is listed as *not fully reviewed* and keeps
        the review from passing as clean.
        """;
  }

  private static String row(RuleInfo info) {
    return "| [%s](%s.md) | %s | %s | %s | %s |\n"
        .formatted(info.id(), info.id(), info.title(), severity(info), engines(info), former(info));
  }

  static String page(Rule rule) {
    RuleInfo info = rule.info();
    return GENERATED
        + """
        # %s

        `%s` · %s · %s%s

        **When.** %s

        **Effect.** %s

        **Instead.** %s
        """
            .formatted(
                info.title(),
                info.id(),
                severity(info),
                engines(info),
                info.formerIds().isEmpty() ? "" : " · also called " + former(info),
                info.explanation().when(),
                info.explanation().effect(),
                info.explanation().remedy())
        + RuleFixture.all()
            .filter(f -> f.rule().info().id().equals(info.id()))
            .map(RulePages::example)
            .collect(Collectors.joining())
        + configuration(info.id());
  }

  private static String example(RuleFixture fixture) {
    return """

        ## %s

        ```sql
        %s```

        gives

        ```text
        %s```

        Nothing to say about

        ```sql
        %s```
        """
        .formatted(
            ENGINES.get(fixture.dialect()),
            fixture.text("bad.sql"),
            fixture.text("expected.txt"),
            fixture.text("good.sql"));
  }

  private static String configuration(RuleId id) {
    return """

        ## Change or waive

        ```yaml
        review_policies:
          default:
            rules: { %s: warning }   # off, info, warning or error
        ```

        ```sql
        -- sluice:ignore %s <why it is right here>
        ```

        [All rules](README.md)
        """
        .formatted(id, id);
  }

  private static String severity(RuleInfo info) {
    return info.severity().id()
        + info.onSmallTables().map(s -> ", " + s.id() + " on small tables").orElse("");
  }

  private static String engines(RuleInfo info) {
    return info.engines().stream()
        .sorted()
        .map(e -> ENGINES.getOrDefault(e, e.id()))
        .collect(Collectors.joining(", "));
  }

  private static String former(RuleInfo info) {
    return info.formerIds().stream().map(f -> "`" + f + "`").collect(Collectors.joining(", "));
  }
}
