package dev.sluice.approval;

import dev.sluice.approval.ApprovalPolicy.Voice;
import dev.sluice.approval.Decision.Discounted;
import dev.sluice.approval.Decision.Seats;
import dev.sluice.approval.Decision.State;
import dev.sluice.approval.Vote.Answer;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.Person;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides a requirement. Pure: the same facts give the same decision. */
public final class Decide {
  private final ApprovalPolicy policy;
  private final ApprovalCase facts;
  private final List<Discounted> discounted = new ArrayList<>();

  private Decide(ApprovalPolicy policy, ApprovalCase facts) {
    this.policy = policy;
    this.facts = facts;
  }

  public static Decision decide(
      ApprovalPolicy policy, Requirement requirement, ApprovalCase facts) {
    return new Decide(policy, facts).decide(requirement);
  }

  private Decision decide(Requirement requirement) {
    Map<Long, Vote> current = currentVotes();
    List<Vote> approvals = withAnswer(current.values(), Answer.APPROVE);
    List<Long> seated = Seating.seat(requirement.demands(), d -> eligible(d, approvals), approvals);
    List<Seats> seats = new ArrayList<>();
    int next = 0;
    for (Demand demand : requirement.demands()) {
      List<Long> have = seated.subList(next, next + demand.count());
      seats.add(seatsOf(demand, have));
      next += demand.count();
    }
    discountOutsiders(requirement, approvals);
    return new Decision(
        requirement, state(requirement, seats, current.values()), seats, discounted);
  }

  /** The last vote of each person, if it is for this digest and has not expired. */
  private Map<Long, Vote> currentVotes() {
    Map<Long, Vote> last = new LinkedHashMap<>();
    facts.votes().forEach(v -> last.put(v.user(), v));
    last.values().removeIf(v -> staleReason(v).map(why -> discount(v, why)).orElse(false));
    return last;
  }

  private Optional<Message> staleReason(Vote vote) {
    if (!vote.digest().equals(facts.digest())) {
      return Optional.of(Message.of("the SQL changed after it"));
    }
    boolean expired =
        policy.expires().filter(e -> vote.at().plus(e).isBefore(facts.now())).isPresent();
    return expired ? Optional.of(Message.of("it has expired")) : Optional.empty();
  }

  private boolean discount(Vote vote, Message why) {
    discounted.add(new Discounted(vote, why));
    return true;
  }

  private static List<Vote> withAnswer(Collection<Vote> votes, Answer answer) {
    return votes.stream().filter(v -> v.answer() == answer).toList();
  }

  /** Ids of the people who may fill a seat of this demand, out of those who approved. */
  private List<Long> eligible(Demand demand, List<Vote> approvals) {
    List<Long> allowed = allowed(demand).stream().map(Person::id).toList();
    return approvals.stream().map(Vote::user).filter(allowed::contains).toList();
  }

  /** Everybody who may fill a seat: named, active, no bot, and not shut out by the policy. */
  private List<Person> allowed(Demand demand) {
    List<Person> people = named(demand).stream().filter(p -> p.active() && !p.bot()).toList();
    List<Person> free = people.stream().filter(p -> shutOut(p).isEmpty()).toList();
    boolean alone = free.isEmpty() && policy.soleApprover() == Voice.ALLOW;
    return alone ? people.stream().filter(this::isAuthor).toList() : free;
  }

  private List<Person> named(Demand demand) {
    return facts.candidates().get(demand.from()) instanceof Candidates.Known known
        ? known.people()
        : List.of();
  }

  private Optional<Message> shutOut(Person person) {
    if (isAuthor(person)) {
      return policy.author() == Voice.ALLOW
          ? Optional.empty()
          : Optional.of(Message.of("authors do not approve their own change"));
    }
    return facts.committers().contains(person.id()) && policy.committers() == Voice.DENY
        ? Optional.of(Message.of("people who committed to the change do not approve it"))
        : Optional.empty();
  }

  private boolean isAuthor(Person person) {
    return person.id() == facts.author().id();
  }

  private Seats seatsOf(Demand demand, List<Long> seated) {
    List<Person> allowed = allowed(demand);
    List<Person> have = allowed.stream().filter(p -> seated.contains(p.id())).toList();
    List<Person> others = allowed.stream().filter(p -> !seated.contains(p.id())).toList();
    return new Seats(demand, have, others, problem(demand, have.size() + others.size()));
  }

  private Optional<Message> problem(Demand demand, int people) {
    if (facts.candidates().get(demand.from()) instanceof Candidates.Unreadable unreadable) {
      return Optional.of(
          Message.of("%s cannot be read: %s", demand.from(), Message.text(unreadable.reason())));
    }
    if (people >= demand.count()) {
      return Optional.empty();
    }
    return Optional.of(
        people == 0
            ? Message.of("nobody of %s may approve this change", demand.from())
            : Message.of("only %s of %s may approve this change", people, demand.from()));
  }

  private void discountOutsiders(Requirement requirement, List<Vote> approvals) {
    for (Vote vote : approvals) {
      List<Person> named =
          requirement.demands().stream()
              .flatMap(d -> named(d).stream())
              .filter(p -> p.id() == vote.user())
              .toList();
      boolean counts =
          requirement.demands().stream()
              .anyMatch(d -> allowed(d).stream().anyMatch(p -> p.id() == vote.user()));
      if (!counts && !requirement.demands().isEmpty()) {
        discount(
            vote,
            named.stream()
                .findFirst()
                .flatMap(this::shutOut)
                .orElseGet(() -> Message.of("not among the approvers")));
      }
    }
  }

  private State state(Requirement requirement, List<Seats> seats, Collection<Vote> current) {
    if (withAnswer(current, Answer.REJECT).stream().anyMatch(v -> mayReject(requirement, v))) {
      return State.REJECTED;
    }
    if (seats.stream().allMatch(s -> s.missing() == 0)) {
      return State.APPROVED;
    }
    boolean stuck = seats.stream().anyMatch(s -> s.missing() > 0 && s.problem().isPresent());
    return stuck ? State.STUCK : State.WAITING;
  }

  /** Anybody who is named may say no, an author included: no harm comes of it. */
  private boolean mayReject(Requirement requirement, Vote vote) {
    return requirement.demands().stream()
        .anyMatch(d -> named(d).stream().anyMatch(p -> p.id() == vote.user()));
  }
}
