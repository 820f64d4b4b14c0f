package dev.sluice.flow;

import dev.sluice.catalog.Catalog;
import dev.sluice.change.TargetName;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.judge.OfflineJudges;
import dev.sluice.target.CatalogCache;
import dev.sluice.target.Looked;
import dev.sluice.target.TargetDatabase;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The targets of the configuration: what a review may ask of them. */
public final class LiveTargets implements TargetCatalogs {
  private final Supplier<Map<TargetName, TargetDatabase>> targets;
  private final CatalogCache cache;

  public LiveTargets(Supplier<Map<TargetName, TargetDatabase>> targets, CatalogCache cache) {
    this.targets = targets;
    this.cache = cache;
  }

  public Optional<TargetDatabase> find(TargetName name) {
    return Optional.ofNullable(targets.get().get(name));
  }

  @Override
  public <T> T with(TargetName target, Dialect dialect, boolean offline, Look<T> look) {
    if (offline) {
      return unread(dialect, look, "not looked at: the merge request comes from a fork");
    }
    Optional<TargetDatabase> database = find(target);
    if (database.isEmpty()) {
      return unread(dialect, look, "Sluice cannot talk to " + dialect.id() + " yet");
    }
    Looked<T> seen =
        cache.look(
            database.get(),
            (catalog, judge, prober) ->
                look.at(new Sight(catalog, judge, Optional.of(prober), "")));
    return seen instanceof Looked.Unreachable<T> unreachable
        ? unread(dialect, look, "not reachable: " + unreachable.why())
        : ((Looked.Seen<T>) seen).result();
  }

  private static <T> T unread(Dialect dialect, Look<T> look, String note) {
    return look.at(
        new Sight(Catalog.unread(dialect), OfflineJudges.of(dialect), Optional.empty(), note));
  }
}
