package dev.sluice.flow.undo;

import dev.sluice.catalog.Snapshot;
import dev.sluice.catalog.SnapshotObjects;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Which objects of a schema two snapshots disagree about. */
final class TouchedObjects {
  private TouchedObjects() {}

  /** Their headings: {@code TABLE public.orders}. */
  static Set<String> between(Snapshot one, Snapshot other) {
    Map<String, List<String>> old = SnapshotObjects.of(one);
    Map<String, List<String>> now = SnapshotObjects.of(other);
    Set<String> all = new TreeSet<>(old.keySet());
    all.addAll(now.keySet());
    all.removeIf(
        h ->
            old.getOrDefault(h, List.of()).equals(now.getOrDefault(h, List.of()))
                && old.containsKey(h) == now.containsKey(h));
    return all;
  }
}
