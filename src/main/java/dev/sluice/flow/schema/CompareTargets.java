package dev.sluice.flow.schema;

import dev.sluice.catalog.SchemaComparison.Difference;
import dev.sluice.catalog.Snapshot;
import dev.sluice.catalog.SnapshotDiff;
import dev.sluice.change.Environment;
import dev.sluice.change.TargetName;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.LiveTargets;
import dev.sluice.language.Language;
import dev.sluice.target.Looked;
import dev.sluice.target.TargetDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Compares a database in two environments as it is now, for the command line. */
public final class CompareTargets {
  private final Landscape landscape;
  private final LiveTargets targets;

  public CompareTargets(Landscape landscape, LiveTargets targets) {
    this.landscape = landscape;
    this.targets = targets;
  }

  /** What there is to print. */
  public record Outcome(boolean same, List<String> lines) {
    public Outcome {
      lines = List.copyOf(lines);
    }
  }

  /**
   * IllegalArgumentException for a target that the configuration does not know, or that cannot be
   * read.
   *
   * @param whole the objects that differ as unified text too
   */
  public Outcome compare(String database, String one, String other, boolean whole) {
    TargetName first = target(database, one);
    TargetName second = target(database, other);
    Snapshot here = snapshot(first);
    Snapshot there = snapshot(second);
    List<Environment> environments =
        Stream.of(one, other).flatMap(e -> landscape.environment(e).stream()).toList();
    List<Difference> differences = Compare.between(here, there, environments);
    List<String> lines = new ArrayList<>();
    lines.add(
        differences.isEmpty()
            ? first + " and " + second + " have the same schema."
            : first + " and " + second + " differ in " + differences.size() + ":");
    differences.forEach(d -> lines.add("  " + Language.EN.say(Compare.words(d, one, other))));
    if (whole && !differences.isEmpty()) {
      lines.add(SnapshotDiff.between(here, there));
    }
    return new Outcome(differences.isEmpty(), lines);
  }

  /** Of several in one environment the first. */
  private TargetName target(String database, String environment) {
    return landscape.targetsOf(List.of(database)).stream()
        .filter(t -> t.environment().equals(environment))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no target "
                        + database
                        + "@"
                        + environment
                        + "; the configuration has: "
                        + String.join(", ", names())));
  }

  private List<String> names() {
    return landscape.targetsOf(landscape.databases().keySet()).stream()
        .map(TargetName::toString)
        .toList();
  }

  private Snapshot snapshot(TargetName name) {
    TargetDatabase target =
        targets
            .find(name)
            .orElseThrow(() -> new IllegalArgumentException("Sluice cannot talk to " + name));
    Looked<Snapshot> looked = target.lookAtSchema();
    if (looked instanceof Looked.Unreachable<Snapshot> unreachable) {
      throw new IllegalArgumentException(name + " is not reachable: " + unreachable.why());
    }
    return ((Looked.Seen<Snapshot>) looked).result();
  }
}
