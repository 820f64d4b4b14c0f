package dev.sluice.review.rules;

import dev.sluice.language.Language;
import dev.sluice.review.Level;
import dev.sluice.review.RuleId;
import dev.sluice.review.Severity;
import dev.sluice.review.rule.Option;
import dev.sluice.review.rule.OtherNames.Tool;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.sql.Dialect;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
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

        What a review can find. The severity is that of the policy `standard`; in `strict` it is the
        same where nothing else is said, in `relaxed` one less for what can work at all. A review
        policy changes it per rule, and sets options; see [configuration](../configuration.md).
        What is `off` waits for a policy that turns it on. `-- sluice:ignore <rule> <reason>` in
        front of a statement waives one finding; a rule that a policy marks `waivable: no` is waived
        by nobody.
        A rule goes by its former names too.

        | Rule | Wants | Severity | Engines | Also called |
        |---|---|---|---|---|
        """
        + rules.stream().map(r -> row(r.info())).collect(Collectors.joining())
        + """

        ## From other tools

        Where to find what you know under another name.

        """
        + Arrays.stream(Tool.values()).map(t -> moved(t, rules)).collect(Collectors.joining("\n"))
        + """

        ## Reading the table

        **Severity** "error, info on small tables": a table of fewer than 10 000 rows and less than
        16 MB is small. A table of unknown size counts as large, and the finding says so.

        What is not understood is never passed over: it is listed as *not fully reviewed* and keeps
        the review from passing as clean.
        """;
  }

  /** All rules by their Chinese titles; their pages are English. */
  static String inChinese(List<Rule> rules) {
    return GENERATED
        + """
        # 规则

        审查能发现的问题。点击规则名可看英文说明；在合并请求中写 `/db explain <规则>` 可得中文说明。
        项目的语言用 `language: zh` 设置，见[配置](../configuration.md#projects)。

        | 规则 | 要求 | 说明 |
        |---|---|---|
        """
        + rules.stream()
            .map(Rule::info)
            .map(
                i ->
                    "| %s | %s | %s |\n"
                        .formatted(
                            link(i),
                            Language.ZH.text(i.title()),
                            Language.ZH.text(i.explanation().when()).replace("|", "\\|")))
            .collect(Collectors.joining());
  }

  private static String moved(Tool tool, List<Rule> rules) {
    SortedMap<String, List<String>> ours = new TreeMap<>();
    for (Rule rule : rules) {
      rule.info().names().elsewhere().stream()
          .filter(e -> e.tool() == tool)
          .forEach(
              e -> ours.computeIfAbsent(e.name(), n -> new ArrayList<>()).add(link(rule.info())));
    }
    return ours.entrySet().stream()
        .map(e -> "| %s | %s |\n".formatted(e.getKey(), String.join(", ", e.getValue())))
        .collect(Collectors.joining("", "| %s | Here |\n|---|---|\n".formatted(tool.title()), ""));
  }

  private static String link(RuleInfo info) {
    return "[%s](%s.md)".formatted(info.id(), info.id());
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
        + options(info)
        + elsewhere(info)
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

  private static String options(RuleInfo info) {
    return info.options().isEmpty()
        ? ""
        : info.options().stream()
            .map(RulePages::option)
            .collect(
                Collectors.joining(
                    "",
                    "\n## Options\n\n| Option | Value | Default | |\n|---|---|---|---|\n",
                    """

                    ```yaml
                    review_policies:
                      default:
                        rules: { %s: { severity: warning, %s } }
                    ```
                    """
                        .formatted(info.id(), sample(info.options().get(0)))));
  }

  private static String option(Option<?> option) {
    return "| `%s` | %s | %s | %s |\n"
        .formatted(option.name(), option.kind(), byDefault(option), option.doc());
  }

  private static String byDefault(Option<?> option) {
    return option.written().isEmpty()
        ? "none"
        : option.written().stream()
            .map(w -> "`" + w.replace("|", "\\|") + "`")
            .collect(Collectors.joining(", "));
  }

  private static String sample(Option<?> option) {
    String value =
        option.written().stream()
            .map(w -> w.matches("\\w+") ? w : "'" + w + "'")
            .collect(Collectors.joining(", "));
    return option.name() + ": " + (option.written().size() == 1 ? value : "[ " + value + " ]");
  }

  private static String elsewhere(RuleInfo info) {
    return info.names().elsewhere().stream()
        .map(e -> e.tool().title() + " `" + e.name() + "`")
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(", "),
                s -> s.isEmpty() ? "" : "\nKnown elsewhere as " + s + ".\n"));
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
        + inStrict(info)
        + info.onSmallTables().map(s -> ", " + s.id() + " on small tables").orElse("");
  }

  private static String inStrict(RuleInfo info) {
    Severity strict = info.severities().at(Level.STRICT);
    return strict == info.severity() ? "" : ", " + strict.id() + " in strict";
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
