package dev.sluice.flow.answer;

import dev.sluice.change.Remark;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.review.Review;
import dev.sluice.review.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The verdict in a few words, for the summary's headline and the commit statuses. */
final class Verdicts {
  private Verdicts() {}

  static String headline(Standing standing) {
    if (standing.mergeRequest().state() == MergeRequest.State.MERGED) {
      return deployments(standing.rollouts());
    }
    if (standing.mergeRequest().state() == MergeRequest.State.CLOSED) {
      return "⏹️ closed";
    }
    return switch (standing.verdict()) {
      case FAILED -> "⛔ " + review(standing);
      case INCOMPLETE -> "🕶️ not fully reviewed, " + review(standing);
      case PASSED -> "✅ " + review(standing);
    };
  }

  /** {@code 1 error, 2 warnings}. */
  static String review(Standing standing) {
    long errors = count(standing.review(), Severity.ERROR) + remarks(standing, Remark.Level.ERROR);
    long warnings =
        count(standing.review(), Severity.WARNING) + remarks(standing, Remark.Level.WARNING);
    List<String> parts = new ArrayList<>();
    if (errors > 0) {
      parts.add(many(errors, "error"));
    }
    if (warnings > 0) {
      parts.add(many(warnings, "warning"));
    }
    return parts.isEmpty() ? "no findings" : String.join(", ", parts);
  }

  private static String deployments(List<RolloutStanding> rollouts) {
    if (rollouts.stream().anyMatch(r -> r.stuck())) {
      return "❌ merged, and stopped";
    }
    long finished = rollouts.stream().filter(r -> r.finished()).count();
    if (finished == rollouts.size()) {
      return "🚀 deployed everywhere";
    }
    return finished == 0
        ? "🚀 merged, on its way"
        : "🚀 merged, deployed to " + finished + " of " + rollouts.size() + " targets";
  }

  private static long count(Optional<Review> review, Severity severity) {
    return review.map(r -> r.count(severity)).orElse(0L);
  }

  private static long remarks(Standing standing, Remark.Level level) {
    return standing.change().remarks().stream().filter(r -> r.level() == level).count();
  }

  static String many(long count, String thing) {
    return Amounts.brief(count) + " " + thing + (count == 1 ? "" : "s");
  }
}
