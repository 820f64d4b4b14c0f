package dev.sluice.deploy.executor;

import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Version;
import dev.sluice.deploy.Rollout;
import dev.sluice.deploy.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the target remembers, as read under its lock.
 *
 * @param scripts the newest last
 * @param statements of this rollout by seq
 */
record History(Rollout rollout, List<HistoryRow> scripts, Map<Integer, StatementRow> statements) {

  /** The highest fencing token that the target has seen. */
  long token() {
    return scripts.stream().mapToLong(HistoryRow::token).max().orElse(Long.MIN_VALUE);
  }

  /** Whether this rollout has written here before. */
  boolean knowsRollout() {
    return scripts.stream().anyMatch(this::own);
  }

  /** The row that makes running the script unnecessary. */
  Optional<HistoryRow> done(Script script) {
    List<HistoryRow> rows =
        scripts.stream().filter(r -> r.done() && r.path().equals(script.path())).toList();
    Optional<HistoryRow> ours = rows.stream().filter(this::own).findFirst();
    if (ours.isPresent()) {
      return ours;
    }
    return switch (script.name().kind()) {
      case VERSIONED ->
          sameVersion(script).isEmpty()
              ? baseline(script)
              : sameVersion(script).stream()
                  .filter(r -> r.sha256().equals(script.sha256()))
                  .findFirst();
      case REPEATABLE ->
          rows.isEmpty()
              ? Optional.empty()
              : Optional.of(rows.get(rows.size() - 1))
                  .filter(r -> r.sha256().equals(script.sha256()));
      case UNDO -> Optional.empty();
    };
  }

  /** The baseline that includes its version. */
  private Optional<HistoryRow> baseline(Script script) {
    Version version = Version.parse(script.name().version());
    return scripts.stream()
        .filter(r -> r.status().equals(HistoryRow.BASELINE) && !r.version().isEmpty())
        .filter(r -> Version.parse(r.version()).compareTo(version) >= 0)
        .findFirst();
  }

  /** What forbids to run the scripts here, one sentence each. */
  List<String> conflicts(List<Step> steps) {
    List<String> reasons = new ArrayList<>();
    for (Script script : rollout.scripts()) {
      scripts.stream()
          .filter(r -> own(r) && r.path().equals(script.path()))
          .filter(r -> !r.sha256().equals(script.sha256()))
          .findFirst()
          .ifPresent(r -> reasons.add(script.path() + " was edited since this rollout began."));
      if (done(script).isEmpty()) {
        sameVersion(script).stream().findFirst().ifPresent(r -> reasons.add(clash(script, r)));
      }
    }
    steps.stream().filter(this::edited).findFirst().ifPresent(s -> reasons.add(message(s)));
    return reasons;
  }

  private List<HistoryRow> sameVersion(Script script) {
    if (script.name().kind() != ScriptName.Kind.VERSIONED) {
      return List.of();
    }
    String version = Versions.canonical(script.name());
    return scripts.stream()
        .filter(r -> r.done() && r.kind() == ScriptName.Kind.VERSIONED && !own(r))
        .filter(r -> r.version().equals(version) || r.path().equals(script.path()))
        .toList();
  }

  private String clash(Script script, HistoryRow row) {
    return "%s does not run: %s has version %s with other content, from %s of %s."
        .formatted(script.path(), rollout.target(), row.version(), row.path(), row.change());
  }

  private boolean edited(Step step) {
    StatementRow row = statements.get(step.seq());
    return row != null && !row.sha256().equals(step.sha256());
  }

  private static String message(Step step) {
    return "%s:%d: statement %d is not the one that ran before; the script was edited."
        .formatted(step.path(), step.line(), step.seq());
  }

  private boolean own(HistoryRow row) {
    return row.rollout() == rollout.id().value();
  }
}
