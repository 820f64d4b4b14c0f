package dev.sluice.flow.answer;

import dev.sluice.approval.Decision;
import dev.sluice.approval.Decision.Seats;
import dev.sluice.change.Remark;
import dev.sluice.flow.approve.SinceApproval.Outdated;
import dev.sluice.flow.note.Markdown;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.review.Verdict;
import dev.sluice.store.record.RolloutState;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who must do what now: the line people look for. */
final class NextSteps {
  private final String prefix;

  NextSteps(String prefix) {
    this.prefix = prefix;
  }

  List<Content> of(Standing standing) {
    List<Content> next = new ArrayList<>();
    if (standing.mergeRequest().state() == MergeRequest.State.CLOSED) {
      return next;
    }
    if (standing.mergeRequest().state() == MergeRequest.State.MERGED) {
      afterMerge(standing, next);
    } else {
      beforeMerge(standing, next);
    }
    return next;
  }

  private void beforeMerge(Standing standing, List<Content> next) {
    if (standing.verdict() == Verdict.FAILED) {
      next.add(text("fix the errors and push, then this review runs again."));
    } else if (standing.verdict() == Verdict.INCOMPLETE) {
      next.add(text(incomplete(standing)));
    }
    standing.decisions().stream().filter(d -> !d.approved()).forEach(d -> next.add(ask(d)));
    standing.outdated().forEach(o -> next.add(again(standing, o)));
    if (next.isEmpty()) {
      next.add(text("merge; Sluice deploys what was approved."));
    }
  }

  private static String incomplete(Standing standing) {
    boolean files =
        standing.change().remarks().stream().anyMatch(r -> r.level() == Remark.Level.INCOMPLETE);
    return files
        ? "some files could not be reviewed, see below; make them readable or take them out."
        : "some of it could not be reviewed, see below; a person has to look at those places.";
  }

  private Content ask(Decision decision) {
    String scope = decision.requirement().project() + " → " + decision.requirement().environment();
    String open =
        decision.seats().stream()
            .filter(s -> s.missing() > 0)
            .map(NextSteps::seats)
            .collect(Collectors.joining(" and "));
    return switch (decision.state()) {
      case REJECTED ->
          text(scope + " was rejected; change the SQL, or the person who rejected it approves.");
      case STUCK -> text(scope + " cannot be approved as things are: " + problems(decision) + ".");
      case WAITING, APPROVED ->
          Markdown.raw(
              Markdown.escape(scope + " needs " + open + ": approve in GitLab or write")
                  + " "
                  + code(prefix + " approve")
                  + ".");
    };
  }

  /** On GitLab Free an approval stays on the button: a command is the way that always works. */
  private Content again(Standing standing, Outdated outdated) {
    String what = outdated.paths().isEmpty() ? "the SQL" : String.join(", ", outdated.paths());
    Content diff = new ComposeSummary.Links(standing.mergeRequest()).since(outdated.head());
    return output -> {
      output.writeContent(
          Markdown.escape(
              outdated.username() + " approved earlier content; since then " + what + " changed"));
      diff.writeTo(output);
      output.writeContent(". If it is still right, write " + code(prefix + " approve") + ".");
    };
  }

  private static String seats(Seats seats) {
    return seats.missing() + " × " + seats.demand().from();
  }

  private static String problems(Decision decision) {
    return decision.seats().stream()
        .flatMap(s -> s.problem().stream())
        .collect(Collectors.joining("; "));
  }

  private void afterMerge(Standing standing, List<Content> next) {
    standing.decisions().stream().filter(d -> !d.approved()).forEach(d -> next.add(ask(d)));
    standing.outdated().forEach(o -> next.add(again(standing, o)));
    for (RolloutStanding rollout : standing.rollouts()) {
      if (rollout.stuck()) {
        next.add(
            Markdown.raw(
                Markdown.escape(rollout.target() + " stopped; its result note says why and how:")
                    + " "
                    + code(prefix + " retry")
                    + " or "
                    + code(prefix + " skip …")
                    + "."));
      }
    }
    if (next.isEmpty()
        && standing.rollouts().stream().anyMatch(r -> r.state() == RolloutState.WAITING)) {
      standing.rollouts().stream()
          .filter(r -> r.state() == RolloutState.WAITING)
          .findFirst()
          .ifPresent(r -> next.add(text(r.target() + " waits: " + r.note())));
    }
  }

  private static Content text(String text) {
    return Markdown.raw(Markdown.escape(text));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
