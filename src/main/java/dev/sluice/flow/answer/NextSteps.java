package dev.sluice.flow.answer;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.sluice.approval.Decision;
import dev.sluice.approval.Decision.Seats;
import dev.sluice.change.Remark;
import dev.sluice.flow.approve.SinceApproval.Outdated;
import dev.sluice.flow.note.Markdown;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.review.Verdict;
import dev.sluice.store.record.RolloutState;
import gg.jte.Content;
import java.util.ArrayList;
import java.util.List;

/** Who must do what now: the line people look for. */
final class NextSteps {
  private final String prefix;
  private final Language language;

  NextSteps(String prefix, Language language) {
    this.prefix = prefix;
    this.language = language;
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
      next.add(said("fix the errors and push, then this review runs again."));
    } else if (standing.verdict() == Verdict.INCOMPLETE) {
      next.add(said(incomplete(standing)));
    }
    standing.decisions().stream().filter(d -> !d.approved()).forEach(d -> next.add(ask(d)));
    standing.outdated().forEach(o -> next.add(again(standing, o)));
    if (next.isEmpty()) {
      next.add(said("merge; Sluice deploys what was approved."));
    }
  }

  private static Message incomplete(Standing standing) {
    boolean files =
        standing.change().remarks().stream().anyMatch(r -> r.level() == Remark.Level.INCOMPLETE);
    return files
        ? Message.of(
            "some files could not be reviewed, see below; make them readable or take them out.")
        : Message.of(
            "some of it could not be reviewed, see below; a person has to look at those places.");
  }

  private Content ask(Decision decision) {
    String scope = decision.requirement().project() + " → " + decision.requirement().environment();
    Message open =
        decision.seats().stream()
            .filter(s -> s.missing() > 0)
            .map(s -> Message.verbatim(seats(s)))
            .reduce((a, b) -> Message.of("%s and %s", a, b))
            .orElseGet(() -> Message.verbatim(""));
    return switch (decision.state()) {
      case REJECTED ->
          said("%s was rejected; change the SQL, or the person who rejected it approves.", scope);
      case STUCK -> said("%s cannot be approved as things are: %s.", scope, problems(decision));
      case WAITING, APPROVED ->
          Markdown.raw(
              language.say(
                  "%s needs %s: approve in GitLab or write %s.",
                  Markdown.escape(scope),
                  Markdown.escape(language.say(open)),
                  code(prefix + " approve")));
    };
  }

  /** On GitLab Free an approval stays on the button: a command is the way that always works. */
  private Content again(Standing standing, Outdated outdated) {
    Object what = outdated.paths().isEmpty() ? Message.of("the SQL") : outdated.paths();
    Content diff =
        new ComposeSummary.Links(standing.mergeRequest()).since(outdated.head(), language);
    return output -> {
      output.writeContent(
          Markdown.escape(
              language.say(
                  "%s approved earlier content; since then %s changed",
                  outdated.username(), what)));
      diff.writeTo(output);
      output.writeContent(
          language.say(". If it is still right, write %s.", code(prefix + " approve")));
    };
  }

  private static String seats(Seats seats) {
    return seats.missing() + " × " + seats.demand().from();
  }

  private static List<Message> problems(Decision decision) {
    return decision.seats().stream().flatMap(s -> s.problem().stream()).toList();
  }

  private void afterMerge(Standing standing, List<Content> next) {
    standing.decisions().stream().filter(d -> !d.approved()).forEach(d -> next.add(ask(d)));
    standing.outdated().forEach(o -> next.add(again(standing, o)));
    standing.rollouts().stream()
        .filter(RolloutStanding::stuck)
        .map(r -> place(standing, r))
        .distinct()
        .forEach(
            stopped ->
                next.add(
                    Markdown.raw(
                        language.say(
                            "%s stopped; its result note says why and how: %s or %s.",
                            Markdown.escape(stopped),
                            code(prefix + " retry"),
                            code(prefix + " skip …")))));
    if (next.isEmpty()
        && standing.rollouts().stream().anyMatch(r -> r.state() == RolloutState.WAITING)) {
      standing.rollouts().stream()
          .filter(r -> r.state() == RolloutState.WAITING)
          .findFirst()
          .ifPresent(r -> next.add(said("%s waits: %s", r.target(), r.note())));
    }
  }

  /** One that has others beside it goes by the name of them all. */
  private static String place(Standing standing, RolloutStanding rollout) {
    String group = GroupRows.name(rollout.target());
    long mates =
        standing.rollouts().stream().filter(r -> GroupRows.name(r.target()).equals(group)).count();
    return mates > 1 ? group : rollout.target().toString();
  }

  @FormatMethod
  private Content said(@FormatString String template, Object... args) {
    return said(Message.of(template, args));
  }

  private Content said(Message message) {
    return Markdown.raw(Markdown.escape(language.say(message)));
  }

  private static String code(String text) {
    return "`" + text + "`";
  }
}
