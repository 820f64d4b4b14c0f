package dev.sluice.flow.answer;

import dev.sluice.change.Remark;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.review.Review;
import dev.sluice.review.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The verdict in a few words, for the summary's headline and the commit statuses. */
final class Verdicts {
  private Verdicts() {}

  static Message headline(Standing standing) {
    if (standing.mergeRequest().state() == MergeRequest.State.MERGED) {
      return deployments(standing.rollouts());
    }
    if (standing.mergeRequest().state() == MergeRequest.State.CLOSED) {
      return Message.of("⏹️ closed");
    }
    return switch (standing.verdict()) {
      case FAILED -> Message.of("⛔ %s", review(standing));
      case INCOMPLETE -> Message.of("🕶️ not fully reviewed, %s", review(standing));
      case PASSED -> Message.of("✅ %s", review(standing));
    };
  }

  /** {@code 1 error, 2 warnings}. */
  static Message review(Standing standing) {
    long errors = count(standing.review(), Severity.ERROR) + remarks(standing, Remark.Level.ERROR);
    long warnings =
        count(standing.review(), Severity.WARNING) + remarks(standing, Remark.Level.WARNING);
    List<Message> parts = new ArrayList<>();
    if (errors > 0) {
      parts.add(
          errors == 1 ? Message.of("1 error") : Message.of("%s errors", Amounts.brief(errors)));
    }
    if (warnings > 0) {
      parts.add(
          warnings == 1
              ? Message.of("1 warning")
              : Message.of("%s warnings", Amounts.brief(warnings)));
    }
    return parts.isEmpty() ? Message.of("no findings") : Message.of("%s", parts);
  }

  private static Message deployments(List<RolloutStanding> rollouts) {
    if (rollouts.stream().anyMatch(r -> r.stuck())) {
      return Message.of("❌ merged, and stopped");
    }
    long finished = rollouts.stream().filter(r -> r.finished()).count();
    if (finished == rollouts.size()) {
      return Message.of("🚀 deployed everywhere");
    }
    return finished == 0
        ? Message.of("🚀 merged, on its way")
        : Message.of("🚀 merged, deployed to %s of %s targets", finished, rollouts.size());
  }

  private static long count(Optional<Review> review, Severity severity) {
    return review.map(r -> r.count(severity)).orElse(0L);
  }

  private static long remarks(Standing standing, Remark.Level level) {
    return standing.change().remarks().stream().filter(r -> r.level() == level).count();
  }

  static Message rows(long count) {
    return count == 1 ? Message.of("1 row") : Message.of("%s rows", Amounts.brief(count));
  }
}
