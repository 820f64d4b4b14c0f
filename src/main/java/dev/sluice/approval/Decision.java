package dev.sluice.approval;

import dev.sluice.language.Message;
import dev.sluice.mergerequest.Person;
import java.util.List;
import java.util.Optional;

/**
 * Where a requirement stands, with everything that people want to know about it.
 *
 * @param seats one for each demand
 * @param discounted votes that do not count, and why
 */
public record Decision(
    Requirement requirement, State state, List<Seats> seats, List<Discounted> discounted) {
  public Decision {
    seats = List.copyOf(seats);
    discounted = List.copyOf(discounted);
  }

  /** The outcome. */
  public enum State {
    APPROVED,
    WAITING,
    REJECTED,
    /** Not enough eligible people, or nobody can tell who they are. */
    STUCK
  }

  public boolean approved() {
    return state == State.APPROVED;
  }

  /**
   * One demand.
   *
   * @param have who has approved
   * @param eligible who else could
   * @param problem why it cannot be met as things are
   */
  public record Seats(
      Demand demand, List<Person> have, List<Person> eligible, Optional<Message> problem) {
    public Seats {
      have = List.copyOf(have);
      eligible = List.copyOf(eligible);
    }

    public int missing() {
      return Math.max(0, demand.count() - have.size());
    }
  }

  /** A vote that does not count. */
  public record Discounted(Vote vote, Message why) {}
}
