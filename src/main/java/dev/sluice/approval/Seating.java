package dev.sluice.approval;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** Puts each person on at most one seat so that as many seats as possible are filled. */
final class Seating {
  static final long EMPTY = -1;

  private final List<List<Long>> wishes;
  private final List<Long> seated;

  private Seating(List<List<Long>> wishes) {
    this.wishes = wishes;
    this.seated = new ArrayList<>(Collections.nCopies(wishes.size(), EMPTY));
  }

  /**
   * @param eligible ids of the voters who may sit there, per demand
   * @return an id or {@link #EMPTY} per seat, the seats of the first demand first
   */
  static List<Long> seat(
      List<Demand> demands, Function<Demand, List<Long>> eligible, List<Vote> voters) {
    List<List<Long>> wishes = new ArrayList<>();
    for (Demand demand : demands) {
      wishes.addAll(Collections.nCopies(demand.count(), eligible.apply(demand)));
    }
    Seating seating = new Seating(wishes);
    voters.forEach(v -> seating.place(v.user(), new HashSet<>()));
    return seating.seated;
  }

  /** The augmenting path of bipartite matching: whoever sits there may move on to another seat. */
  private boolean place(long person, Set<Integer> tried) {
    for (int seat = 0; seat < wishes.size(); seat++) {
      if (wishes.get(seat).contains(person) && tried.add(seat)) {
        long other = seated.get(seat);
        if (other == EMPTY || place(other, tried)) {
          seated.set(seat, person);
          return true;
        }
      }
    }
    return false;
  }
}
