package dev.sluice.deploy.executor;

import dev.sluice.deploy.RolloutResult.HeldBack;
import dev.sluice.deploy.RolloutResult.Refused;
import dev.sluice.deploy.Step;
import dev.sluice.deploy.gate.GateCase;
import dev.sluice.deploy.gate.Gates;
import dev.sluice.sql.ObjectName;
import dev.sluice.sql.TableOfAction;
import dev.sluice.target.Spans;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Asks the gates under the target's lock, in the moment before the first statement of a try. What
 * must wait gives lock and worker back and comes again; how long it has waited is in the journal.
 */
record GateKeeper(Run run, Session session) {
  private static final Duration FIRST = Duration.ofSeconds(5);

  /** So many looks at most, once it has waited for a while: an item in a lane has so many tries. */
  private static final int LOOKS = 30;

  /** Empty when the rollout may go on. */
  Optional<Ending> ask(History history) {
    List<Step> left = left(history);
    if (left.isEmpty() || run.cancellation().requested()) {
      return Optional.empty();
    }
    boolean midway = left.size() < run.plan().steps().size();
    Gates.Answer answer =
        Gates.ask(
            new GateCase(
                run.precautions().gates(),
                session.target().load(),
                session.connection(),
                session.target().settings(),
                tables(left),
                midway),
            session.target());
    tell("gate/warning", "", answer.warnings());
    tell("gate/unchecked", "Not checked: ", answer.notChecked());
    if (!answer.refusing().isEmpty()) {
      List<String> why = answer.refusing();
      return Optional.of(report -> new Refused(report, why));
    }
    return answer.waiting().isEmpty() ? letThrough() : wait(answer.waiting());
  }

  private List<Step> left(History history) {
    return run.plan().scripts().stream()
        .filter(p -> history.done(p.script()).isEmpty())
        .flatMap(p -> p.steps().stream())
        .filter(s -> !finished(history, s))
        .toList();
  }

  private static boolean finished(History history, Step step) {
    StatementRow row = history.statements().get(step.seq());
    return row != null && row.finished();
  }

  private static Set<String> tables(List<Step> steps) {
    return steps.stream()
        .flatMap(s -> s.statement().actions().stream())
        .flatMap(a -> TableOfAction.of(a).stream())
        .map(ObjectName::name)
        .collect(Collectors.toSet());
  }

  private Optional<Ending> letThrough() {
    run.journal()
        .letThrough(run.rollout().id())
        .map(since -> Duration.between(since, run.clock().instant()))
        .ifPresent(
            waited ->
                tell("gate/waited", "It waited at a gate for ", List.of(Spans.words(waited))));
    return Optional.empty();
  }

  private Optional<Ending> wait(List<String> troubles) {
    Instant since = run.journal().heldBack(run.rollout().id());
    Duration waited = Duration.between(since, run.clock().instant());
    Duration patience = run.settings().gatePatience();
    if (waited.compareTo(patience) >= 0) {
      List<String> why = new ArrayList<>(troubles);
      why.add("it has waited for " + Spans.words(waited) + ", deploy.gate_patience is used up");
      return Optional.of(report -> new Refused(report, why));
    }
    tell("gate/trouble", "At a gate: ", troubles);
    Duration rest = longer(FIRST, shorter(waited.dividedBy(4), patience.dividedBy(LOOKS)));
    return Optional.of(report -> new HeldBack(report, troubles, rest));
  }

  private static Duration longer(Duration a, Duration b) {
    return a.compareTo(b) > 0 ? a : b;
  }

  private static Duration shorter(Duration a, Duration b) {
    return a.compareTo(b) < 0 ? a : b;
  }

  private void tell(String topic, String intro, List<String> phrases) {
    if (!phrases.isEmpty()) {
      String words = intro + String.join("; ", phrases) + ".";
      run.journal()
          .remark(
              run.rollout().id(),
              topic,
              words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1));
    }
  }
}
