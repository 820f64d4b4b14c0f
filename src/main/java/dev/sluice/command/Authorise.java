package dev.sluice.command;

import dev.sluice.change.Change;
import dev.sluice.command.CommandInfo.When;
import dev.sluice.command.CommandInfo.Who;
import dev.sluice.flow.approve.Approving;
import dev.sluice.flow.approve.KnownChange;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequest.State;
import dev.sluice.mergerequest.People;
import dev.sluice.mergerequest.Person;
import java.util.Optional;
import java.util.OptionalInt;

/** Who may give a command, and in which state of the merge request; read fresh from GitLab. */
public final class Authorise {
  private static final int REPORTER = 20;
  private static final int DEVELOPER = 30;
  private static final int MAINTAINER = 40;

  private final People people;
  private final Approving approving;
  private final KnownChange known;

  public Authorise(People people, Approving approving, KnownChange known) {
    this.people = people;
    this.approving = approving;
    this.known = known;
  }

  /** Why not; empty when the person may. */
  Optional<Reply> denial(MergeRequest mr, Person person, CommandInfo info, Who who) {
    if (!fits(info.when(), mr.state())) {
      return Optional.of(Reply.refused("`%s` works %s only.", info.verb(), info.when().words()));
    }
    return may(mr, person, who)
        ? Optional.empty()
        : Optional.of(
            Reply.refused("👋 %s, %s is for %s.", person.username(), info.verb(), who.words()));
  }

  /** What is known of its content. */
  Optional<Change> change(MergeRequest mr) {
    return known.latest(mr.id());
  }

  private static boolean fits(When when, State state) {
    return switch (when) {
      case ALWAYS -> true;
      case OPEN -> state == State.OPEN;
      case OPEN_OR_MERGED -> state == State.OPEN || state == State.MERGED;
      case MERGED -> state == State.MERGED;
    };
  }

  private boolean may(MergeRequest mr, Person person, Who who) {
    OptionalInt level = people.accessLevel(mr.id().repository(), person.id());
    int has = level.orElse(0);
    return switch (who) {
      case MEMBER, OVERRIDER, FREEZER -> has >= REPORTER; // the use case asks the environment
      case DEVELOPER -> has >= DEVELOPER;
      case APPROVER -> has >= REPORTER || owner(mr, person);
      case DEPLOYER -> leads(has, mr, person);
      case WAIVER -> person.id() != mr.author().id() && leads(has, mr, person);
    };
  }

  private boolean leads(int level, MergeRequest mr, Person person) {
    return level >= MAINTAINER || owner(mr, person);
  }

  private boolean owner(MergeRequest mr, Person person) {
    Optional<Change> change = known.latest(mr.id());
    return change.filter(c -> approving.ownsAll(person.id(), mr.id().repository(), c)).isPresent();
  }
}
