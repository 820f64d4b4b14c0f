package dev.sluice.flow.undo;

import dev.sluice.catalog.Snapshot;
import dev.sluice.change.Change;
import dev.sluice.change.Digest;
import dev.sluice.change.MappedScript;
import dev.sluice.change.Project;
import dev.sluice.change.Remark;
import dev.sluice.change.RollbackSettings.RequireUndo;
import dev.sluice.change.Script;
import dev.sluice.change.TargetName;
import dev.sluice.flow.Landscape;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.Repositories;
import dev.sluice.store.record.RolloutOrders;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Says before the merge how the scripts of a change would be taken back. */
public final class ProposeUndo {
  private static final int REMEMBERED = 100;

  private final Supplier<Landscape> landscape;
  private final TargetsNow targets;
  private final WaysBack ways;
  private final AuthorsUndo authors;
  private final Map<Asked, List<WayBack>> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, List<WayBack>> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Asked(TargetName target, String schema, Digest digest) {}

  public ProposeUndo(
      Supplier<Landscape> landscape, TargetsNow targets, WaysBack ways, Repositories repositories) {
    this.landscape = landscape;
    this.targets = targets;
    this.ways = ways;
    this.authors = new AuthorsUndo(repositories);
  }

  /**
   * For each database on its last target in the order of promotion; scripts that are taken back in
   * the same way are told once. Nothing for a change from a fork, and for what is not reachable.
   */
  public List<WayBack> of(MergeRequest mr, Change change) {
    List<WayBack> all = new ArrayList<>();
    if (!mr.fromFork()) {
      for (String database : change.databases()) {
        on(mr, change, database).stream().filter(w -> !all.contains(w)).forEach(all::add);
      }
    }
    return all;
  }

  private List<WayBack> on(MergeRequest mr, Change change, String database) {
    List<TargetName> all = landscape.get().targetsOf(List.of(database));
    if (all.isEmpty()) {
      return List.of();
    }
    TargetName last = all.get(all.size() - 1);
    List<Script> scripts = RolloutOrders.scripts(change, database);
    return targets.snapshot(last).stream()
        .flatMap(s -> generated(last, s, change, scripts).stream())
        .map(w -> authored(mr, scripts, w))
        .toList();
  }

  private List<WayBack> generated(
      TargetName target, Snapshot before, Change change, List<Script> scripts) {
    Asked asked = new Asked(target, before.sha256(), change.digest());
    synchronized (known) {
      List<WayBack> remembered = known.get(asked);
      if (remembered != null) {
        return remembered;
      }
    }
    List<WayBack> made =
        landscape
            .get()
            .dialectOf(target)
            .map(dialect -> ways.of(dialect, before, scripts, s -> true, List.of()))
            .orElse(List.of());
    synchronized (known) {
      known.put(asked, made);
    }
    return made;
  }

  private WayBack authored(MergeRequest mr, List<Script> scripts, WayBack way) {
    return scripts.stream()
        .filter(s -> s.path().equals(way.path()))
        .flatMap(s -> authors.of(mr.id().repository(), mr.headSha(), s).stream())
        .findFirst()
        .map(sql -> WayBack.byAuthor(way.path(), way.steps(), sql))
        .orElse(way);
  }

  /** With a remark for each script that its project does not want without a way back. */
  public Change withRemarks(Change change, List<WayBack> waysBack) {
    List<Remark> remarks = new ArrayList<>(change.remarks());
    for (WayBack way : waysBack) {
      if (!way.lossless()) {
        change.scripts().stream()
            .filter(s -> s.script().path().equals(way.path()))
            .findFirst()
            .flatMap(this::level)
            .ifPresent(
                level ->
                    remarks.add(
                        new Remark(
                            way.path(),
                            level,
                            "has no undo script, and Sluice cannot take it back without loss;"
                                + " write U<version>__<description>.sql beside it")));
      }
    }
    return new Change(change.id(), change.scripts(), remarks);
  }

  private Optional<Remark.Level> level(MappedScript script) {
    RequireUndo wanted =
        landscape
            .get()
            .project(script.project())
            .flatMap(Project::rollback)
            .map(r -> r.requireUndo())
            .orElse(RequireUndo.OFF);
    return switch (wanted) {
      case OFF -> Optional.empty();
      case WARNING -> Optional.of(Remark.Level.WARNING);
      case ERROR -> Optional.of(Remark.Level.ERROR);
    };
  }
}
