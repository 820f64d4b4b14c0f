package dev.sluice.store.record;

import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The databases that were found on their server by a pattern, as of the last look. */
public final class DiscoveredTargets {

  private DiscoveredTargets() {}

  /** What was looked for. */
  public record Search(String database, String environment, String pattern) {}

  /** The names found at the last look, by search. */
  public static Map<Search, Set<String>> all(ReadTx tx) {
    Map<Search, Set<String>> found = new HashMap<>();
    tx.handle()
        .createQuery("select * from discovered_target")
        .map(
            (row, context) ->
                Map.entry(
                    new Search(
                        row.getString("database"),
                        row.getString("environment"),
                        row.getString("pattern")),
                    row.getString("shard")))
        .forEach(e -> found.computeIfAbsent(e.getKey(), k -> new TreeSet<>()).add(e.getValue()));
    return found;
  }

  /**
   * Replaces what was known.
   *
   * @return the names that were not known before
   */
  public static List<String> saw(WriteTx tx, Search search, Collection<String> names) {
    Set<String> known = all(tx).getOrDefault(search, Set.of());
    Set<String> gone = new HashSet<>(known);
    gone.removeAll(Set.copyOf(names));
    gone.forEach(
        name ->
            tx.handle()
                .createUpdate(
                    "delete from discovered_target where database = :database and environment ="
                        + " :environment and pattern = :pattern and shard = :shard")
                .bindMethods(search)
                .bind("shard", name)
                .execute());
    List<String> fresh = new ArrayList<>(new TreeSet<>(names));
    fresh.removeAll(known);
    fresh.forEach(
        name ->
            tx.handle()
                .createUpdate(
                    "insert into discovered_target (database, environment, pattern, shard, seen_at)"
                        + " values (:database, :environment, :pattern, :shard, :now)")
                .bindMethods(search)
                .bind("shard", name)
                .bind("now", tx.now())
                .execute());
    return fresh;
  }
}
