package dev.sluice.config;

import dev.sluice.config.bind.Problems;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.store.StoreSettings;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What one key alone cannot tell: names that lead nowhere, doubles, cycles, overlaps. */
final class CrossChecks {
  /** Names become part of target names ({@code orders@prod/eu}), lanes, labels and messages. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

  private CrossChecks() {}

  static void run(BotConfig config, List<RuleInfo> rules, Problems problems) {
    new EnvironmentChecks(config, problems).run();
    new DatabaseChecks(config, problems).run();
    new PolicyChecks(config, problems).run();
    new RuleChecks(config, new HouseRuleChecks(config, rules, problems).run(), problems).run();
    new ProjectChecks(config, problems).run();
    new ScriptChecks(config, problems).run();
    if (!StoreSettings.supports(config.store().url())) {
      problems.value("store.url", "must be jdbc:sqlite: and a file, or jdbc:postgresql:");
    }
  }

  static void name(String keyPath, String name, Problems problems) {
    if (!NAME.matcher(name).matches()) {
      problems.value(keyPath, "may hold letters, digits, dot, dash and underscore only");
    }
  }

  /** Tells every name after its first use. */
  static void unique(
      String what, List<String> names, UnaryOperator<String> keyPath, Problems problems) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      if (!seen.add(names.get(i))) {
        problems.value(
            keyPath.apply(String.valueOf(i)),
            "there is already " + what + " \"" + names.get(i) + "\"");
      }
    }
  }

  static void known(
      String keyPath, String what, String name, Collection<String> names, Problems problems) {
    if (!names.contains(name)) {
      problems.dangling(keyPath, what, name, names);
    }
  }
}
