package dev.sluice.review.engine;

import dev.sluice.sql.ParsedScript;
import dev.sluice.sql.ParsedScript.Directive;
import java.util.Arrays;
import java.util.List;

/**
 * A comment {@code -- sluice:ignore <rule>[,<rule>] <reason>}. It speaks for the statement that it
 * stands in or before, or for the whole file when it stands at the top with a blank line behind.
 * Without a reason it is not heard.
 */
record Suppression(Directive directive, List<String> rules, String reason) {
  private static final String VERB = "ignore";

  static List<Suppression> in(ParsedScript script) {
    return script.directives().stream()
        .filter(d -> d.verb().equals(VERB))
        .map(Suppression::of)
        .toList();
  }

  private static Suppression of(Directive directive) {
    String[] parts = directive.rest().strip().split("\\s+", 2);
    List<String> rules =
        Arrays.stream(parts[0].split(",")).filter(rule -> !rule.isBlank()).toList();
    String reason = parts.length > 1 ? parts[1].replaceFirst("^(--|:|-)\\s*", "").strip() : "";
    return new Suppression(directive, rules, reason);
  }

  boolean covers(Found found) {
    return !reason.isEmpty()
        && coversStatement(found.statement())
        && rules.stream().anyMatch(found.rule().info()::isCalled);
  }

  boolean coversStatement(int statement) {
    return directive.statement() == 0 || directive.statement() == statement;
  }
}
