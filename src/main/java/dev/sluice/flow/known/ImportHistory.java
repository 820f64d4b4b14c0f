package dev.sluice.flow.known;

import dev.sluice.change.TargetName;
import dev.sluice.deploy.executor.TargetHistory;
import dev.sluice.deploy.foreign.FlywayHistory;
import dev.sluice.deploy.foreign.ForeignHistory;
import dev.sluice.deploy.foreign.ForeignScript;
import dev.sluice.deploy.foreign.GolangMigrateHistory;
import dev.sluice.deploy.foreign.LiquibaseHistory;
import dev.sluice.deploy.foreign.VersionList;
import dev.sluice.flow.LiveTargets;
import dev.sluice.target.Looked;
import dev.sluice.target.TargetDatabase;
import java.util.List;
import java.util.Optional;

/**
 * Takes over what another tool has run on a target, so that nothing runs again: it is written into
 * the target's own history, from where a serving Sluice takes it. Doing it again changes nothing.
 */
public final class ImportHistory {
  /** Whose history. */
  public enum Tool {
    FLYWAY("flyway", Optional.of(new FlywayHistory())),
    LIQUIBASE("liquibase", Optional.of(new LiquibaseHistory())),
    GOLANG_MIGRATE("golang-migrate", Optional.of(new GolangMigrateHistory())),
    /** Keeps its history elsewhere: a list of versions. */
    BYTEBASE("bytebase", Optional.empty());

    private final String words;

    @SuppressWarnings("ImmutableEnumChecker") // its classes have no fields
    private final Optional<ForeignHistory> history;

    Tool(String words, Optional<ForeignHistory> history) {
      this.words = words;
      this.history = history;
    }

    @Override
    public String toString() {
      return words;
    }
  }

  private final LiveTargets targets;
  private final ScriptSource source;

  public ImportHistory(LiveTargets targets, ScriptSource source) {
    this.targets = targets;
    this.source = source;
  }

  /**
   * Reads and compares; writes nothing. Throws IllegalStateException when something cannot be read.
   *
   * @param table where it is not the tool's usual one
   * @param list the text of a list of versions, for a tool without a table
   */
  public ImportPlan plan(
      TargetName target, Tool tool, Optional<String> table, Optional<String> list) {
    List<ForeignScript> history =
        list.map(VersionList::parse).orElseGet(() -> read(target, tool, table));
    return new PlanImport(tool.toString(), source.scripts(target.database())).of(history);
  }

  private List<ForeignScript> read(TargetName target, Tool tool, Optional<String> table) {
    ForeignHistory history =
        tool.history.orElseThrow(
            () -> new IllegalStateException(tool + " keeps no table: give --file versions.csv"));
    return seen(target, history.read(database(target), table));
  }

  /**
   * Writes the plan; the number of rows. Throws IllegalStateException when that is not possible.
   */
  public int record(TargetName target, ImportPlan plan) {
    if (!plan.refusals().isEmpty()) {
      throw new IllegalStateException(String.join(" ", plan.refusals()));
    }
    return seen(target, TargetHistory.add(database(target), plan.entries()));
  }

  private TargetDatabase database(TargetName target) {
    return targets
        .find(target)
        .orElseThrow(() -> new IllegalStateException(target + " is not in the configuration"));
  }

  private static <T> T seen(TargetName target, Looked<T> looked) {
    if (looked instanceof Looked.Unreachable<T> unreachable) {
      throw new IllegalStateException(target + ": " + unreachable.why());
    }
    return ((Looked.Seen<T>) looked).result();
  }
}
