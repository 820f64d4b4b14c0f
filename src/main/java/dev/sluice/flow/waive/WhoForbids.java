package dev.sluice.flow.waive;

import dev.sluice.change.MappedScript;
import dev.sluice.change.TargetName;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.approve.KnownChange;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.RuleId;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.store.record.KnownFinding;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Which policy lets nobody waive a finding, by the configuration as it is now. */
public final class WhoForbids {
  private final Supplier<Landscape> landscape;
  private final KnownChange known;
  private final Supplier<List<RuleInfo>> rules;

  public WhoForbids(
      Supplier<Landscape> landscape, KnownChange known, Supplier<List<RuleInfo>> rules) {
    this.landscape = landscape;
    this.known = known;
    this.rules = rules;
  }

  /** Its name; empty where people may waive. */
  Optional<String> waiving(MergeRequestId id, KnownFinding finding) {
    return known.latest(id).stream()
        .flatMap(c -> c.scripts().stream())
        .filter(s -> s.script().path().equals(finding.path()))
        .flatMap(this::policies)
        .flatMap(p -> p.unwaivable(names(finding.rule())).stream())
        .findFirst();
  }

  private Stream<ReviewPolicy> policies(MappedScript script) {
    Landscape current = landscape.get();
    return current.targetsOf(script.databases()).stream()
        .map(TargetName::environment)
        .distinct()
        .map(e -> current.reviewPolicy(script.project(), e, script.script().path()));
  }

  private Stream<RuleId> names(String rule) {
    return rules.get().stream()
        .filter(r -> r.isCalled(rule))
        .findFirst()
        .map(RuleInfo::ids)
        .orElseGet(() -> Stream.of(new RuleId(rule)));
  }
}
