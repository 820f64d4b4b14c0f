package dev.sluice.review;

import dev.sluice.setting.Doc;
import dev.sluice.setting.Others;
import dev.sluice.setting.Shortcut;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a policy says about one rule.
 *
 * @param options as written, by name; a single value is a list of one
 */
@Shortcut("severity")
@Doc("A severity, or a section with a severity and options; a rule's page in docs/rules has them.")
public record RuleSettings(
    @Doc("Severity of its findings; the rule's own when left out.") Optional<Severity> severity,
    @Doc(
            "Whether its findings can be waived, by a comment in the script or by an owner; yes when"
                + " left out.")
        Optional<Boolean> waivable,
    @Others @Doc("The rule's options, by name.") Map<String, List<String>> options) {
  public RuleSettings {
    options = Map.copyOf(options);
  }

  public static RuleSettings of(Severity severity) {
    return new RuleSettings(Optional.of(severity), Optional.empty(), Map.of());
  }

  public RuleSettings(Optional<Severity> severity, Map<String, List<String>> options) {
    this(severity, Optional.empty(), options);
  }

  /** What this says, and the base where this says nothing. */
  RuleSettings over(RuleSettings base) {
    Map<String, List<String>> both = new HashMap<>(base.options());
    both.putAll(options);
    return new RuleSettings(severity.or(base::severity), waivable.or(base::waivable), both);
  }
}
