package dev.sluice.review.engine;

import dev.sluice.review.Level;
import dev.sluice.review.NewRules;
import dev.sluice.review.ReviewPolicy;
import dev.sluice.review.RuleId;
import dev.sluice.review.RuleSettings;
import dev.sluice.review.Severity;
import dev.sluice.review.SluiceVersion;
import dev.sluice.review.rule.Options;
import dev.sluice.review.rule.Problem;
import dev.sluice.review.rule.Rule;
import dev.sluice.review.rule.RuleInfo;
import dev.sluice.review.rule.Severities;
import dev.sluice.sql.Dialect;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The rules that run on one target, with the severities and options of its policy. */
final class ActiveRules {
  private final List<Rule> all;
  private final List<Rule> active;
  private final ReviewPolicy policy;
  private final Map<RuleId, Options> options = new HashMap<>();

  ActiveRules(List<Rule> all, Dialect dialect, ReviewPolicy policy) {
    this.all = all;
    this.policy = policy;
    this.active =
        all.stream()
            .filter(r -> r.info().engines().contains(dialect))
            .filter(r -> policySeverity(r.info()).orElse(own(r.info())) != Severity.OFF)
            .toList();
    active.stream().map(Rule::info).forEach(this::readOptions);
  }

  private void readOptions(RuleInfo info) {
    Map<String, List<String>> written = new HashMap<>();
    said(info).forEach(s -> s.options().forEach(written::putIfAbsent));
    options.put(info.id(), Options.of(info, written));
  }

  List<Rule> active() {
    return active;
  }

  <R extends Rule> Stream<R> active(Class<R> kind) {
    return active.stream().filter(kind::isInstance).map(kind::cast);
  }

  Options options(Rule rule) {
    return options.getOrDefault(rule.info().id(), Options.DEFAULT);
  }

  Severity severity(Rule rule, Problem problem) {
    RuleInfo info = rule.info();
    Severity severity =
        policySeverity(info).orElse(problem.severity().map(this::atLevel).orElse(own(info)));
    boolean small = problem.size().filter(s -> s.small()).isPresent();
    Severity most = small ? info.onSmallTables().orElse(severity) : severity;
    return least(least(severity, most), isNew(info) ? Severity.INFO : severity);
  }

  private static Severity least(Severity one, Severity other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  /** Whether it came after the version that the policy names, and the policy does not name it. */
  private boolean isNew(RuleInfo info) {
    return policySeverity(info).isEmpty()
        && policy.rulesVersion().filter(v -> info.since().compareTo(v.version()) > 0).isPresent();
  }

  /** Those that would count under a newer version. */
  Optional<NewRules> newRules() {
    List<RuleInfo> infos =
        active.stream()
            .map(Rule::info)
            .filter(i -> isNew(i) && own(i).compareTo(Severity.INFO) > 0)
            .toList();
    return policy
        .rulesVersion()
        .filter(v -> !infos.isEmpty())
        .map(
            v ->
                new NewRules(
                    v,
                    infos.stream().map(RuleInfo::since).reduce(v.version(), ActiveRules::later),
                    infos.stream().map(RuleInfo::id).sorted().toList()));
  }

  private static SluiceVersion later(SluiceVersion one, SluiceVersion other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  private Severity own(RuleInfo info) {
    return info.severities().at(policy.level());
  }

  /** What a rule says of a single problem is meant for the standard policy. */
  private Severity atLevel(Severity severity) {
    return policy.level() == Level.RELAXED && severity != Severity.INFO
        ? Severities.quieter(severity)
        : severity;
  }

  private Optional<Severity> policySeverity(RuleInfo info) {
    return said(info).flatMap(s -> s.severity().stream()).findFirst();
  }

  /** What the policy says about a rule, under its id first. */
  private Stream<RuleSettings> said(RuleInfo info) {
    return info.ids().flatMap(id -> Optional.ofNullable(policy.rules().get(id)).stream());
  }

  /** The policy by whose word nobody may waive the rule's findings. */
  Optional<String> unwaivable(Rule rule) {
    return policy.unwaivable(rule.info().ids());
  }

  /** Whether any rule, active or not, goes by this name. */
  boolean known(String name) {
    return all.stream().anyMatch(r -> r.info().isCalled(name));
  }

  boolean active(String name) {
    return active.stream().anyMatch(r -> r.info().isCalled(name));
  }

  List<String> ids() {
    return all.stream().map(r -> r.info().id()).map(RuleId::value).toList();
  }
}
