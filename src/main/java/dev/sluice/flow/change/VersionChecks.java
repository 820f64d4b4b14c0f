package dev.sluice.flow.change;

import dev.sluice.change.DeployedScript;
import dev.sluice.change.MappedScript;
import dev.sluice.change.Remark;
import dev.sluice.change.ScriptMap;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Version;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Two scripts of one version on one database are an error, wherever the other one is. */
final class VersionChecks {
  private record Key(String database, Version version) {}

  private final Map<Key, String> taken = new HashMap<>();
  private final Map<String, Version> newestRan = new HashMap<>();
  private final List<DeployedScript> baselines = new ArrayList<>();
  private final List<Remark> remarks = new ArrayList<>();

  /**
   * @param onBranch paths on the target branch
   * @param gone paths that the merge request deletes or renames
   */
  static List<Remark> check(
      List<MappedScript> scripts,
      ScriptMap map,
      List<String> onBranch,
      Set<String> gone,
      List<DeployedScript> deployed) {
    VersionChecks checks = new VersionChecks();
    onBranch.stream().filter(p -> !gone.contains(p)).forEach(p -> checks.takeBranch(map, p));
    deployed.forEach(checks::takeDeployed);
    scripts.forEach(checks::check);
    return checks.remarks;
  }

  private void takeBranch(ScriptMap map, String path) {
    Optional<ScriptName> name = versioned(path);
    map.find(path)
        .filter(m -> name.isPresent())
        .ifPresent(
            m -> {
              for (String database : m.databases()) {
                Version version = Version.parse(name.orElseThrow().version());
                taken.putIfAbsent(new Key(database, version), path);
              }
            });
  }

  private void takeDeployed(DeployedScript script) {
    if (script.version().isEmpty()) {
      return;
    }
    if (script.isBaseline()) {
      baselines.add(script);
      return;
    }
    Version version = Version.parse(script.version());
    taken.putIfAbsent(new Key(script.database(), version), script.path());
    if (script.ran()) {
      newestRan.merge(script.database(), version, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    }
  }

  private void check(MappedScript mapped) {
    String path = mapped.script().path();
    if (versioned(path).isEmpty()) {
      return;
    }
    Version version = Version.parse(mapped.script().name().version());
    for (String database : mapped.databases()) {
      String other = taken.putIfAbsent(new Key(database, version), path);
      if (other != null && !other.equals(path)) {
        remark(
            path,
            Remark.Level.ERROR,
            "version " + version + " of " + database + " is taken by " + other);
      }
      baselines.stream()
          .filter(b -> b.database().equals(database))
          .filter(b -> version.compareTo(Version.parse(b.version())) <= 0)
          .forEach(b -> belowBaseline(path, version, b));
      Version newest = newestRan.get(database);
      if (newest != null && version.compareTo(newest) < 0) {
        remark(
            path,
            Remark.Level.WARNING,
            "version "
                + version
                + " comes after "
                + newest
                + " has run on "
                + database
                + ": it will run out of order");
      }
    }
  }

  private void belowBaseline(String path, Version version, DeployedScript baseline) {
    remark(
        path,
        Remark.Level.ERROR,
        "version "
            + version
            + " is not above "
            + baseline.version()
            + " "
            + baseline.path()
            + ": it counts as run there and never will; take a higher version");
  }

  private void remark(String path, Remark.Level level, String message) {
    remarks.add(new Remark(path, level, message));
  }

  private static Optional<ScriptName> versioned(String path) {
    return ScriptName.parse(path).filter(n -> n.kind() == ScriptName.Kind.VERSIONED);
  }
}
