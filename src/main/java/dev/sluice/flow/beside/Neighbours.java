package dev.sluice.flow.beside;

import dev.sluice.change.Change;
import dev.sluice.change.Version;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.Work;
import dev.sluice.flow.beside.Neighbour.Order;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.sql.reader.SqlReader;
import dev.sluice.store.ReadTx;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.Touch;
import dev.sluice.store.record.Touches;
import dev.sluice.store.record.Touches.OfOther;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * The other open merge requests that change the same tables, take the same versions, or come next
 * to this one in the order of versions; from Sluice's own record. When what one of them changes is
 * another now, its neighbours are looked at again; as that changes nothing of theirs, it ends
 * there.
 */
public final class Neighbours {
  /** So many are named on either side: all of them would make each push a push to all. */
  static final int NEAREST = 3;

  private static final int MOST_SHARED = 200;

  private final TouchedTables touched;
  private final Work work;

  public Neighbours(Supplier<Landscape> landscape, SqlReader reader, Work work) {
    this.touched = new TouchedTables(landscape, reader);
    this.work = work;
  }

  /**
   * Remembers what the merge request changes now; call it in the transaction that saves it.
   *
   * @param change empty when it is not open any more, or nothing of ours
   */
  public void remember(WriteTx tx, MergeRequest mr, Optional<Change> change) {
    Set<Touch> now = change.map(touched::of).orElse(Set.of());
    if (Touches.of(tx, mr.id()).equals(now)) {
      return;
    }
    Set<MergeRequestId> concerned = new HashSet<>();
    of(tx, mr.id()).forEach(n -> concerned.add(n.id()));
    Touches.replace(tx, mr.id(), mr.targetBranch(), now);
    of(tx, mr.id()).forEach(n -> concerned.add(n.id()));
    concerned.forEach(id -> work.tend(tx, id));
  }

  /** By number. */
  public List<Neighbour> of(ReadTx tx, MergeRequestId id) {
    Map<MergeRequestId, List<OfOther>> shared = new TreeMap<>(BY_NUMBER);
    Touches.shared(tx, id, MOST_SHARED)
        .forEach(o -> shared.computeIfAbsent(o.id(), i -> new ArrayList<>()).add(o));
    List<OfOther> versions = Touches.versions(tx, id);
    Set<Touch> own = Touches.of(tx, id);
    Map<MergeRequestId, Order> orders = orders(own, versions);
    versions.stream()
        .filter(v -> orders.containsKey(v.id()))
        .forEach(v -> shared.computeIfAbsent(v.id(), i -> new ArrayList<>()).add(v));
    return shared.values().stream().map(o -> neighbour(o, own, orders)).toList();
  }

  private static final Comparator<MergeRequestId> BY_NUMBER =
      Comparator.comparing(MergeRequestId::repository).thenComparing(MergeRequestId::iid);

  private static Neighbour neighbour(
      List<OfOther> touches, Set<Touch> own, Map<MergeRequestId, Order> orders) {
    OfOther any = touches.get(0);
    return new Neighbour(
        any.id(),
        any.title(),
        any.webUrl(),
        names(touches, own, Touch.Kind.TABLE),
        names(touches, own, Touch.Kind.VERSION),
        Optional.ofNullable(orders.get(any.id())));
  }

  private static List<String> names(List<OfOther> touches, Set<Touch> own, Touch.Kind kind) {
    return touches.stream()
        .map(OfOther::touch)
        .filter(t -> t.kind() == kind && own.contains(t))
        .map(t -> t.name() + " of " + t.database())
        .distinct()
        .sorted()
        .toList();
  }

  /** Of the nearest ones on each database. */
  private static Map<MergeRequestId, Order> orders(Set<Touch> own, List<OfOther> versions) {
    Map<MergeRequestId, Order> orders = new LinkedHashMap<>();
    for (Touch mine : own) {
      if (mine.kind() == Touch.Kind.VERSION) {
        Version version = Version.parse(mine.name());
        List<OfOther> there =
            versions.stream()
                .filter(o -> o.touch().database().equals(mine.database()))
                .sorted(Comparator.comparing(Neighbours::version))
                .toList();
        nearest(there.stream().filter(o -> version(o).compareTo(version) < 0).toList(), true)
            .forEach(o -> orders.merge(o.id(), Order.BEFORE_THIS, Neighbours::both));
        nearest(there.stream().filter(o -> version(o).compareTo(version) > 0).toList(), false)
            .forEach(o -> orders.merge(o.id(), Order.AFTER_THIS, Neighbours::both));
      }
    }
    return orders;
  }

  private static Order both(Order a, Order b) {
    return a == b ? a : Order.MIXED;
  }

  private static Stream<OfOther> nearest(List<OfOther> sorted, boolean last) {
    int size = sorted.size();
    return last
        ? sorted.stream().skip(Math.max(0, size - NEAREST))
        : sorted.stream().limit(NEAREST);
  }

  private static Version version(OfOther other) {
    return Version.parse(other.touch().name());
  }
}
