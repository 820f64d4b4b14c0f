package dev.sluice.flow.group;

import dev.sluice.change.TargetName;
import dev.sluice.sql.Dialect;
import dev.sluice.store.Fence;
import dev.sluice.store.Ledger;
import dev.sluice.store.LedgerEntry;
import dev.sluice.store.LedgerEntry.Subject;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.Deployments;
import dev.sluice.store.record.DiscoveredTargets;
import dev.sluice.store.record.DiscoveredTargets.Search;
import dev.sluice.store.record.GroupPlace;
import dev.sluice.store.record.GroupPlaces;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.Rollouts;
import dev.sluice.target.ServerDatabases;
import dev.sluice.target.ServerDatabases.Listing;
import dev.sluice.target.TargetSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks on the servers for the databases that patterns of the configuration fit. What was found is
 * kept, so that a server which does not answer takes no target away. A database that appears while
 * a deployment is under way in its group joins it, in the last wave; deployments that are over do
 * not come to it.
 */
public final class FindTargets {
  private static final Logger log = LoggerFactory.getLogger(FindTargets.class);

  private final StoreDatabase store;
  private final Supplier<List<Pattern>> patterns;
  private final Discovered discovered;

  /**
   * @param patterns of the configuration
   */
  public FindTargets(StoreDatabase store, Supplier<List<Pattern>> patterns, Discovered discovered) {
    this.store = store;
    this.patterns = patterns;
    this.discovered = discovered;
  }

  /** A block of the configuration that discovers its targets. */
  public record Pattern(String database, Dialect dialect, TargetSettings settings) {
    public Search search() {
      return new Search(
          database, settings.environment(), settings.discover().orElseThrow().toString());
    }
  }

  /** Looks for all. */
  public void look(Fence fence) {
    look(fence, patterns.get());
  }

  /**
   * Looks for the targets of some databases.
   *
   * @return why some have no targets that we know of, now or from an earlier look
   */
  public List<String> look(Fence fence, Set<String> databases) {
    return look(
        fence, patterns.get().stream().filter(p -> databases.contains(p.database())).toList());
  }

  private List<String> look(Fence fence, Collection<Pattern> all) {
    List<String> unknown = new ArrayList<>();
    for (Pattern pattern : all) {
      Listing listing = ServerDatabases.fitting(pattern.dialect(), pattern.settings());
      look(fence, pattern.search(), listing).ifPresent(unknown::add);
    }
    discovered.readAgain();
    return unknown;
  }

  private Optional<String> look(Fence fence, Search search, Listing listing) {
    String where = search.database() + "@" + search.environment() + " " + search.pattern();
    boolean known = discovered.found().containsKey(search);
    if (listing.failure().isPresent()) {
      log.warn("{}: the databases of the server are not known: {}", where, listing.failure().get());
      return known ? Optional.empty() : listing.failure().map(f -> where + ": " + f);
    }
    if (listing.names().isEmpty() && known) {
      log.warn("{}: the server shows no such database any more; the last list stays", where);
    } else {
      store.update(fence, tx -> saw(tx, search, listing.names()));
    }
    return Optional.empty();
  }

  private static void saw(WriteTx tx, Search search, List<String> names) {
    for (String name : DiscoveredTargets.saw(tx, search, names)) {
      join(tx, new TargetName(search.database(), search.environment(), name));
    }
  }

  private static void join(WriteTx tx, TargetName target) {
    Rollouts.unfinished(tx).stream()
        .filter(r -> r.target().database().equals(target.database()))
        .filter(r -> r.target().environment().equals(target.environment()))
        .map(RecordedRollout::deployment)
        .distinct()
        .forEach(deployment -> join(tx, target, deployment));
  }

  private static void join(WriteTx tx, TargetName target, long deployment) {
    Map<?, GroupPlace> places = GroupPlaces.of(tx, deployment);
    int last = places.values().stream().mapToInt(GroupPlace::wave).max().orElse(1);
    RecordedRollout joined = Rollouts.join(tx, deployment, target);
    GroupPlaces.save(tx, joined.id(), Math.max(1, last));
    Subject subject =
        Subject.of(Deployments.find(tx, deployment).orElseThrow().mergeRequest()).on(target);
    Ledger.append(tx, LedgerEntry.of(tx.now(), "sluice", "rollout.joined", subject));
  }
}
