package dev.sluice.review.house;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is wrong with a rule of the house, so that it could never say what it means. */
public final class Flaws {
  private final HouseRuleSettings rule;
  private final List<Flaw> found = new ArrayList<>();

  private Flaws(HouseRuleSettings rule) {
    this.rule = rule;
  }

  /**
   * A flaw.
   *
   * @param key below the rule's own, {@code when.column}
   * @param reason continues the sentence that the key begins
   * @param written what names something that is not there; empty for other flaws
   * @param known what there is instead
   */
  public record Flaw(String key, String reason, String written, List<String> known) {}

  /** Those of one rule, in the order of its keys. */
  public static List<Flaw> of(HouseRuleSettings rule) {
    Flaws flaws = new Flaws(rule);
    flaws.look();
    return flaws.found;
  }

  private void look() {
    if (rule.statements().isEmpty()) {
      add("statements", "is empty: name at least one kind of statement");
    }
    condition("when", rule.when());
    for (int i = 0; i < rule.unless().size(); i++) {
      String key = "unless[" + i + "]";
      if (rule.unless().get(i).isEmpty()) {
        add(key, "is empty, and so fits every statement: the rule would say nothing");
      }
      condition(key, rule.unless().get(i));
    }
    text("message", rule.message());
    text("effect", rule.effect());
    text("remedy", rule.remedy());
  }

  private void condition(String key, HouseCondition condition) {
    condition.patterns().keySet().stream()
        .filter(part -> !without(part).isEmpty())
        .forEach(part -> add(key + "." + part.id(), names(part)));
    for (int i = 0; i < condition.clause().size(); i++) {
      if (condition.clause().get(i).isBlank()) {
        add(key + ".clause[" + i + "]", "is empty");
      }
    }
    if (condition.newTable().isPresent() && !without(Part.TABLE).isEmpty()) {
      add(key + ".new_table", names(Part.TABLE));
    }
  }

  private void text(String key, String text) {
    if (text.isBlank()) {
      add(key, "is empty");
    }
    Set<String> parts = Arrays.stream(Part.values()).map(Part::id).collect(Collectors.toSet());
    for (String placeholder : new Template(text).placeholders()) {
      if (!parts.contains(placeholder)) {
        found.add(new Flaw(key, "placeholder", placeholder, available()));
      } else if (!without(part(placeholder)).isEmpty()) {
        add(key, "has the placeholder {{" + placeholder + "}}, but " + missing(part(placeholder)));
      }
    }
  }

  private static Part part(String id) {
    return Arrays.stream(Part.values()).filter(p -> p.id().equals(id)).findFirst().orElseThrow();
  }

  private List<String> available() {
    return Arrays.stream(Part.values()).filter(p -> without(p).isEmpty()).map(Part::id).toList();
  }

  private String names(Part part) {
    return "asks for what is not there: " + missing(part);
  }

  private String missing(Part part) {
    return String.join(", ", without(part)) + " names no " + part.id();
  }

  /** The kinds that name no such thing. */
  private List<String> without(Part part) {
    return rule.statements().stream()
        .filter(k -> !k.names(part))
        .map(StatementKind::id)
        .sorted()
        .toList();
  }

  private void add(String key, String reason) {
    found.add(new Flaw(key, reason, "", List.of()));
  }
}
