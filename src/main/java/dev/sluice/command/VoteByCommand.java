package dev.sluice.command;

import dev.sluice.approval.Decision;
import dev.sluice.approval.Vote;
import dev.sluice.approval.Vote.Answer;
import dev.sluice.approval.Vote.Source;
import dev.sluice.change.Change;
import dev.sluice.flow.answer.Standing;
import dev.sluice.flow.approve.CastVote;
import dev.sluice.flow.approve.KnownChange;
import dev.sluice.flow.deploy.Released;
import dev.sluice.flow.tend.TendMergeRequest;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.MergeRequestId;
import java.util.List;
import java.util.Optional;

/** Records a vote that was given with a command, and tells whether it counts. */
public final class VoteByCommand {
  private final TendMergeRequest tend;
  private final CastVote castVote;
  private final KnownChange known;
  private final Released released;

  public VoteByCommand(
      TendMergeRequest tend, CastVote castVote, KnownChange known, Released released) {
    this.tend = tend;
    this.castVote = castVote;
    this.known = known;
    this.released = released;
  }

  Reply cast(CommandContext context, Answer answer, String reason) {
    MergeRequestId id = context.mergeRequest().id();
    tend.run(context.fence(), id);
    Optional<Change> change = known.latest(id);
    if (change.isEmpty()) {
      return Reply.refused("There is no SQL of ours in this merge request to vote on.");
    }
    Vote vote = vote(context, answer, change.get(), reason);
    castVote.cast(context.fence(), id, vote);
    released.after(context.fence(), id);
    Optional<Standing> standing = tend.run(context.fence(), id).standing();
    return reply(vote, standing.map(Standing::decisions).orElse(List.of()));
  }

  private static Vote vote(CommandContext context, Answer answer, Change change, String reason) {
    return new Vote(
        context.person().id(),
        context.person().username(),
        answer,
        change.digest(),
        Source.COMMAND,
        context.note().createdAt(),
        reason);
  }

  private static Reply reply(Vote vote, List<Decision> decisions) {
    String digest = vote.digest().brief();
    Message what =
        vote.answer() == Answer.APPROVE
            ? Message.of("Recorded: %s approves digest %s.", vote.username(), digest)
            : Message.of("Recorded: %s rejects digest %s.", vote.username(), digest);
    Optional<Message> why =
        decisions.stream()
            .flatMap(d -> d.discounted().stream())
            .filter(d -> d.vote().user() == vote.user() && d.vote().digest().equals(vote.digest()))
            .map(Decision.Discounted::why)
            .findFirst();
    boolean counts =
        decisions.stream()
            .flatMap(d -> d.seats().stream())
            .flatMap(s -> s.have().stream())
            .anyMatch(p -> p.id() == vote.user());
    if (why.isPresent() && !counts) {
      return Reply.refused("Recorded, but it does not count: %s.", why.get());
    }
    List<Message> open = needed(decisions);
    return open.isEmpty() ? Reply.of(true, what) : Reply.done("%s Still open: %s.", what, open);
  }

  private static List<Message> needed(List<Decision> decisions) {
    return decisions.stream()
        .filter(d -> !d.approved())
        .map(
            d ->
                Message.of(
                    "%s → %s needs %s",
                    d.requirement().project(),
                    d.requirement().environment(),
                    d.seats().stream()
                        .filter(s -> s.missing() > 0)
                        .map(s -> s.missing() + " × " + s.demand().from())
                        .toList()))
        .toList();
  }
}
