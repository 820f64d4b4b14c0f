package dev.sluice.target;

import dev.sluice.probe.Answer;
import dev.sluice.probe.Answers;
import dev.sluice.probe.Probe;
import dev.sluice.probe.ProbeLimits;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Answers probes through a review connection, one after the other. What fails or takes too long is
 * an answer too. For one thread, as long as the connection is open.
 */
public final class Prober {
  private final Connection review;
  private final ProbeEngine engine;
  private final ErrorReader errors;

  Prober(Connection review, ProbeEngine engine, ErrorReader errors) {
    this.review = review;
    this.engine = engine;
    this.errors = errors;
  }

  /** One answer for each. */
  public Answers answer(Collection<Probe> probes, ProbeLimits limits) {
    Map<Probe, Answer> answers = new HashMap<>();
    long end = System.nanoTime() + limits.total().toNanos();
    for (Probe probe : probes) {
      Duration left = Duration.ofNanos(end - System.nanoTime());
      Duration limit = left.compareTo(limits.each()) < 0 ? left : limits.each();
      answers.put(
          probe,
          limit.isNegative() || limit.isZero()
              ? new Answer.Unknown(
                  "not asked: the " + words(limits.total()) + " for such questions are used up")
              : answer(probe, limit));
    }
    return new Answers(answers);
  }

  private Answer answer(Probe probe, Duration limit) {
    try {
      engine.limit(review, limit);
      Answer answer = probe.accept(new Asking(review, engine));
      engine.unlimit(review);
      return answer;
    } catch (SQLException e) {
      return switch (errors.classify(e)) {
        case TIMEOUT_OR_CANCEL -> new Answer.Unknown("timed out after " + words(limit));
        case RETRYABLE_LOCK -> new Answer.Unknown("somebody holds a lock on it");
        default -> new Answer.Unknown(errors.explain(e).message());
      };
    }
  }

  private static String words(Duration duration) {
    long millis = Math.max(1, duration.toMillis());
    return millis % 1000 == 0 || millis > 10_000 ? millis / 1000 + "s" : millis + "ms";
  }
}
