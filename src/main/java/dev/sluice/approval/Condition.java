package dev.sluice.approval;

import dev.sluice.change.ChangeKind;
import dev.sluice.change.Risk;
import dev.sluice.setting.Doc;
import java.util.Collections;
import java.util.Set;

/** When an approval rule applies; an empty set means any. */
@Doc("All that are given must fit.")
public record Condition(
    @Doc("Risks, one or a list: low, medium, high, critical.") Set<Risk> risk,
    @Doc("Names of environments.") Set<String> environment,
    @Doc("Kinds of change: schema, data.") Set<ChangeKind> kind) {
  public Condition {
    risk = Set.copyOf(risk);
    environment = Set.copyOf(environment);
    kind = Set.copyOf(kind);
  }

  public boolean fits(Risk candidate, String environmentName, Set<ChangeKind> kinds) {
    return (risk.isEmpty() || risk.contains(candidate))
        && (environment.isEmpty() || environment.contains(environmentName))
        && (kind.isEmpty() || !Collections.disjoint(kind, kinds));
  }
}
