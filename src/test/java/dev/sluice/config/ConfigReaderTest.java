package dev.sluice.config;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.config.bind.Problem;
import dev.sluice.config.bind.Surroundings;
import dev.sluice.review.RuleSettings;
import dev.sluice.review.Severity;
import dev.sluice.review.rules.Rules;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigReaderTest {
  static final String GOOD =
      """
      gitlab:
        url: https://gitlab.example.com
        token: ${env:TOKEN}
        webhook: { secret_token: "${env:HOOK}" }
      environments:
        - { name: test, deploy: on_merge }
        - { name: prod }
      databases:
        orders:
          engine: postgresql
          targets:
            - { environment: test, url: "jdbc:postgresql://t/orders" }
            - { environment: prod, url: "jdbc:postgresql://p/orders" }
        notes:
          engine: sqlite
          targets: { environment: test, url: "jdbc:sqlite:notes.db" }
      projects:
        - name: orders
          repository: shop/database
          scripts: [ { path: "orders/**/*.sql", databases: [ orders ] } ]
          owners: [ "@lin" ]
          review: strict
          approval: by_risk
      review_policies:
        strict: { rules: { require-primary-key: error } }
      approval_policies:
        by_risk:
          rules:
            - { when: { risk: high, environment: prod }, require: { from: "group:dba" } }
            - { require: { from: owners } }
      """;

  static final Surroundings AROUND =
      new Surroundings() {
        @Override
        public Optional<String> variable(String name) {
          return Optional.ofNullable(Map.of("TOKEN", "glpat-x", "HOOK", "hook-x").get(name));
        }

        @Override
        public String file(Path path) throws IOException {
          throw new NoSuchFileException(path.toString());
        }
      };

  static final ConfigReader READER = new ConfigReader(AROUND, Rules.infos());

  private static List<String> problems(String was, String becomes) {
    assertThat(GOOD).contains(was);
    Checked checked = READER.read(GOOD.replace(was, becomes));
    assertThat(checked.config()).isEmpty();
    return checked.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void theSmallestRealConfigurationHasNoProblems() {
    Checked checked = READER.read(GOOD);
    assertThat(checked.problems()).isEmpty();
    assertThat(checked.config().orElseThrow().databases()).containsOnlyKeys("orders", "notes");
  }

  @Test
  void namesThatLeadNowhereAreTold() {
    assertThat(problems("databases: [ orders ]", "databases: [ oders ]"))
        .containsExactly(
            "20:56 projects[0].scripts[0].databases[0]: there is no database \"oders\", did you"
                + " mean \"orders\"?");
    assertThat(problems("review: strict", "review: stirct"))
        .containsExactly(
            "22:13 projects[0].review.policy: there is no review policy \"stirct\", did you mean"
                + " \"strict\"?");
    assertThat(problems("approval: by_risk", "approval: by_size"))
        .containsExactly(
            "23:15 projects[0].approval: there is no approval policy \"by_size\" (known: by_risk)");
    assertThat(problems("{ environment: prod, url", "{ environment: pord, url"))
        .containsExactly(
            "13:24 databases.orders.targets[1].environment: there is no environment \"pord\", did"
                + " you mean \"prod\"?");
    assertThat(problems("name: prod }", "name: prod, after: tset }"))
        .containsExactly(
            "7:26 environments[1].after: there is no environment \"tset\", did you mean \"test\"?");
    assertThat(problems("risk: high, environment: prod", "risk: high, environment: live"))
        .containsExactly(
            "29:44 approval_policies.by_risk.rules[0].when.environment: there is no environment"
                + " \"live\" (known: test, prod)");
    assertThat(problems("require-primary-key: error", "require-primary-kye: error"))
        .containsExactly(
            "25:22 review_policies.strict.rules.require-primary-kye: there is no rule"
                + " \"require-primary-kye\", did you mean \"require-primary-key\"?");
    assertThat(problems("{ rules: { require", "{ extends: lax, rules: { require"))
        .containsExactly(
            "25:22 review_policies.strict.extends: there is no review policy \"lax\" (known:"
                + " default, relaxed, standard, strict)");
  }

  @Test
  void optionsOfRulesAreCheckedAgainstWhatTheRuleOffers() {
    String was = "require-primary-key: error";
    assertThat(problems(was, "name-table: { patern: x }"))
        .containsExactly(
            "25:36 review_policies.strict.rules.name-table.patern: there is no option of name-table"
                + " \"patern\", did you mean \"pattern\"?");
    assertThat(problems(was, "name-table: { pattern: \"(\" }"))
        .singleElement()
        .asString()
        .startsWith(
            "25:45 review_policies.strict.rules.name-table.pattern: is no regular expression: ");
    assertThat(problems(was, "name-table: { pattern: \"t_{{colum}}\" }"))
        .containsExactly(
            "25:45 review_policies.strict.rules.name-table.pattern: has the placeholder {{colum}};"
                + " there is none here");
    assertThat(problems(was, "name-table: { pattern: [ a, b ] }"))
        .containsExactly(
            "25:45 review_policies.strict.rules.name-table.pattern: expects a regular expression,"
                + " found a list");
    assertThat(problems(was, "ban-drop-table: { limit: 3 }"))
        .containsExactly(
            "25:40 review_policies.strict.rules.ban-drop-table.limit: is no key: ban-drop-table has"
                + " a severity and no options");
    assertThat(problems(was, "ban-drop-table: { waivable: never }"))
        .containsExactly(
            "25:50 review_policies.strict.rules.ban-drop-table.waivable: \"never\" is not true or"
                + " false");
    assertThat(problems(was, "ban-drop-table: { severity: eror }"))
        .containsExactly(
            "25:50 review_policies.strict.rules.ban-drop-table.severity: \"eror\" is none of off,"
                + " info, warning, error, did you mean \"error\"?");
  }

  @Test
  void aRuleHasASeverityOrASectionWithOptions() {
    String yaml =
        GOOD.replace(
            "require-primary-key: error",
            "ban-truncate: off, name-table: { severity: error, pattern: t_.* }");
    var policies = READER.read(yaml).config().orElseThrow().reviewPolicies();
    Map<String, RuleSettings> rules = Objects.requireNonNull(policies.get("strict")).rules();
    assertThat(rules)
        .containsEntry("ban-truncate", RuleSettings.of(Severity.OFF))
        .containsEntry(
            "name-table",
            new RuleSettings(Optional.of(Severity.ERROR), Map.of("pattern", List.of("t_.*"))));
  }

  @Test
  void aRulesVersionIsAVersion() {
    assertThat(problems("strict: { rules:", "strict: { rules_version: new, rules:"))
        .containsExactly(
            "25:28 review_policies.strict.rules_version: is no version of Sluice like 1.4.0");
  }

  private static final String HOUSE =
      """
      house_rules:
        ban-serial:
          statements: [ new_column ]
          when: { type: serial }
          message: "{{column}} counts"
          remedy: Take bigint.
      """;

  private static List<String> houseProblems(String was, String becomes) {
    assertThat(HOUSE).contains(was);
    Checked checked = READER.read(HOUSE.replace(was, becomes) + GOOD);
    assertThat(checked.config()).isEmpty();
    return checked.problems().stream().map(Problem::toString).toList();
  }

  @Test
  void aRuleOfTheHouseIsCheckedLikeAnyOther() {
    assertThat(houseProblems("ban-serial:", "ban-drop-table:"))
        .containsExactly(
            "2:3 house_rules.ban-drop-table: is a rule of Sluice already; choose another id");
    assertThat(houseProblems("ban-serial:", "no_serial:"))
        .containsExactly(
            "2:3 house_rules.no_serial: is no rule id: write kebab-case that begins with require-,"
                + " ban-, prefer-, limit- or name-, like ban-no-serial");
    assertThat(houseProblems("new_column", "new_colum"))
        .singleElement()
        .asString()
        .startsWith("3:19 house_rules.ban-serial.statements[0]: \"new_colum\" is none of any,")
        .endsWith("did you mean \"new_column\"?");
    assertThat(houseProblems("new_column", "drop_table"))
        .containsExactly(
            "4:19 house_rules.ban-serial.when.type: asks for what is not there: drop_table names no"
                + " type",
            "5:14 house_rules.ban-serial.message: has the placeholder {{column}}, but drop_table"
                + " names no column");
    assertThat(houseProblems("{{column}}", "{{colum}}"))
        .containsExactly(
            "5:14 house_rules.ban-serial.message: there is no placeholder \"colum\", did you mean"
                + " \"column\"?");
    assertThat(houseProblems("type: serial", "type: \"(\""))
        .containsExactly(
            "4:19 house_rules.ban-serial.when.type: \"(\" is not a regular expression");
    assertThat(houseProblems("type: serial", "typ: serial"))
        .containsExactly("4:13 house_rules.ban-serial.when.typ: is no key, did you mean \"type\"?");
    assertThat(houseProblems("when: {", "unless: [ {} ]\n    when: {"))
        .singleElement()
        .asString()
        .contains("house_rules.ban-serial.unless[0]: is empty");
    assertThat(houseProblems("statements: [ new_column ]", "statements: []"))
        .anyMatch(p -> p.contains("statements: is empty: name at least one kind of statement"));
  }

  @Test
  void policiesNameRulesOfTheHouse() {
    String named = HOUSE + GOOD.replace("require-primary-key: error", "ban-serial: error");
    assertThat(READER.read(named).problems()).isEmpty();
    assertThat(
            READER
                .read(HOUSE + GOOD.replace("require-primary-key: error", "ban-seral: error"))
                .problems())
        .singleElement()
        .asString()
        .endsWith("there is no rule \"ban-seral\", did you mean \"ban-serial\"?");
  }

  @Test
  void aKeyThatWasOnceSaysWhatToWriteInstead() {
    assertThat(problems("{ rules: { require", "{ table_names: x, rules: { require"))
        .containsExactly(
            "25:13 review_policies.strict.table_names: is an option now: write rules: { name-table:"
                + " { pattern: … } }");
  }

  @Test
  void aProjectNamesPoliciesByEnvironmentAndPath() {
    String choice =
        "review: { policy: strict, environments: { test: relaxed }, paths: { \"orders/seed/**\": lax } }";
    assertThat(problems("review: strict", choice))
        .containsExactly(
            "22:91 projects[0].review.paths.orders/seed/**: there is no review policy \"lax\" (known:"
                + " default, relaxed, standard, strict)");
    assertThat(problems("review: strict", choice.replace("test:", "tset:").replace("lax", "x")))
        .anyMatch(p -> p.contains("there is no environment \"tset\", did you mean \"test\"?"));
    assertThat(problems("review: strict", choice.replace("seed/**", "[")))
        .anyMatch(p -> p.contains("is no glob"));
  }

  @Test
  void severalProblemsComeTogether() {
    String broken =
        GOOD.replace("databases: [ orders ]", "databases: [ x ]")
            .replace("review: strict", "review: y");
    assertThat(READER.read(broken).problems()).hasSize(2);
  }

  @Test
  void doublesAreTold() {
    assertThat(problems("name: prod }", "name: test }"))
        .anyMatch(
            p -> p.equals("7:13 environments[1].name: there is already an environment \"test\""));
    assertThat(problems("{ environment: prod, url", "{ environment: test, url"))
        .containsExactly(
            "13:9 databases.orders.targets[1]: there is already a target orders@test; several need"
                + " a shard each");
    assertThat(problems("jdbc:postgresql://p/orders", "jdbc:postgresql://t/orders"))
        .containsExactly(
            "13:35 databases.orders.targets[1].url: is also the address of orders@test");
  }

  @Test
  void environmentsDoNotGoRoundInACircle() {
    assertThat(problems("name: test, deploy: on_merge", "name: test, after: prod"))
        .singleElement()
        .asString()
        .startsWith("6:26 environments[0].after: goes round in a circle");
  }

  @Test
  void aCalendarMakesSense() {
    assertThat(problems("name: test, deploy: on_merge", "name: test, deploy: after, soak: 1h"))
        .satisfiesExactly(
            p -> assertThat(p).startsWith("6:27").contains("environments[0].deploy: is after, but"),
            p ->
                assertThat(p).contains("environments[0].soak: counts from the environment before"));
    assertThat(
            problems(
                "{ name: prod }", "{ name: prod, windows: { from: 22:00, zone: Asia/Shangai } }"))
        .singleElement()
        .asString()
        .startsWith("7:")
        .contains("environments[1].windows", "zone")
        .contains("is not a time zone like Asia/Shanghai");
    assertThat(
            problems(
                "{ name: prod }", "{ name: prod, windows: { from: 22:00, to: 22:00, zone: UTC } }"))
        .singleElement()
        .asString()
        .contains("leave both out for the whole day");
    assertThat(
            problems(
                "{ name: prod }",
                "{ name: prod, freezes: [ { from: 2026-12-20, to: 2027-01-03, zone: UTC },"
                    + " { from: 2027-01-03, to: 2027-01-04, zone: UTC } ] }"))
        .singleElement()
        .asString()
        .contains("environments[1].freezes[1]: overlaps with one before it");
    assertThat(problems("review: strict", "pipeline: { pord: { deploy: after } }"))
        .singleElement()
        .asString()
        .contains("projects[0].pipeline.pord: there is no environment");
  }

  @Test
  void policiesAreNotTheirOwnBase() {
    assertThat(
            problems(
                "strict: { rules:",
                "a: { extends: b }\n  b: { extends: a }\n  strict: { extends: a, rules:"))
        .containsExactly(
            "25:17 review_policies.a.extends: goes round in a circle",
            "26:17 review_policies.b.extends: goes round in a circle");
    assertThat(
            READER
                .read(GOOD.replace("{ rules: { req", "{ extends: strict, rules: { req"))
                .problems())
        .isEmpty();
  }

  @Test
  void aDatabaseNeedsTargetsWithAddressesOfItsEngine() {
    assertThat(
            problems(
                "targets: { environment: test, url: \"jdbc:sqlite:notes.db\" }", "targets: []"))
        .containsExactly(
            "14:3 databases.notes: has no targets: name the environments it exists in");
    assertThat(problems("jdbc:sqlite:notes.db", "jdbc:postgresql://x/notes"))
        .containsExactly(
            "16:40 databases.notes.targets[0].url: must begin with jdbc:sqlite: for sqlite");
    assertThat(problems("jdbc:postgresql://p/orders", "jdbc:postgresql://p/o?user=a&password=b"))
        .containsExactly(
            "13:35 databases.orders.targets[1].url: must not contain credentials: use username and"
                + " password");
  }

  @Test
  void filesOfTwoDatabasesDoNotOverlap() {
    assertThat(
            problems(
                "databases: [ orders ] } ]",
                "databases: [ orders ] }, { path: \"**/V*.sql\", databases: notes } ]"))
        .containsExactly(
            "20:76 projects[0].scripts[1].path: finds files that projects[0].scripts[0].path"
                + " (orders/**/*.sql) finds too, for another project or other databases");
  }

  @Test
  void aBrokenOrAbsoluteGlobIsTold() {
    assertThat(problems("orders/**/*.sql", "orders/[.sql"))
        .singleElement()
        .asString()
        .startsWith("20:24 projects[0].scripts[0].path: is no glob: ");
    assertThat(problems("orders/**/*.sql", "/orders/*.sql"))
        .singleElement()
        .asString()
        .contains("relative to the top of the repository");
  }

  @Test
  void ownersWhoAreAskedMustBeNamed() {
    assertThat(problems("owners: [ \"@lin\" ]", "owners: []"))
        .singleElement()
        .asString()
        .contains("asks owners");
    assertThat(problems("owners: [ \"@lin\" ]", "owners: owners"))
        .singleElement()
        .asString()
        .contains("name people, groups or a level");
  }

  @Test
  void whoeverIsNoApproverIsTold() {
    assertThat(problems("group:dba", "dba"))
        .singleElement()
        .asString()
        .contains("is no approver: write @user, group:path, level:maintainer or owners");
  }

  @Test
  void aBlockMayStandForManyTargets() {
    String group =
        GOOD.replace(
            "- { environment: prod, url: \"jdbc:postgresql://p/orders\" }",
            "- { environment: prod, shards: [ big, \"t{01..30}\" ], url:"
                + " \"jdbc:postgresql://p/{shard}\", labels: { tier: gold } }");
    var targets =
        requireNonNull(READER.read(group).config().orElseThrow().databases().get("orders"))
            .targets()
            .get(1);
    assertThat(targets.each(List.of())).hasSize(31);
    assertThat(targets.each(List.of()).get(3).url()).isEqualTo("jdbc:postgresql://p/t03");
    assertThat(targets.each(List.of()).get(3).labels()).containsEntry("tier", "gold");
  }

  @Test
  void whatAGroupLacksIsTold() {
    String prod = "- { environment: prod, url: \"jdbc:postgresql://p/orders\" }";
    assertThat(problems(prod, prod.replace("p/orders", "p/{shard}")))
        .containsExactly(
            "13:35 databases.orders.targets[1].url: has {shard}: say which with shards or discover");
    assertThat(problems(prod, prod.replace("url:", "shards: \"t{1..3}\", url:")))
        .containsExactly(
            "13:54 databases.orders.targets[1].url: needs {shard} where the targets differ");
    assertThat(
            problems(
                prod,
                prod.replace("p/orders", "p/{shard}").replace("url:", "shards: [ a, a ], url:")))
        .containsExactly(
            "13:9 databases.orders.targets[1]: there is already a target orders@prod/a; several"
                + " need a shard each");
    assertThat(problems(prod, prod + "\n    groups: { prod: { canary: 1 } }"))
        .containsExactly(
            "14:15 databases.orders.groups.prod: there are not several targets in that environment");
    assertThat(
            problems(
                prod,
                prod.replace("p/orders", "p/{shard}").replace("url:", "shards: [ a, b ], url:")
                    + "\n    groups: { prod: { canary: { labels: { tier: gold } } } }"))
        .containsExactly(
            "14:23 databases.orders.groups.prod.canary: no target of that environment has these"
                + " labels");
  }
}
