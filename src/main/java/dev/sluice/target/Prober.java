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
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers probes through a review connection, one after the other. What fails or takes too long is
 * an answer too. For one thread, as long as the connection is open.
 */
public final class Prober {
  private static final Logger LOG = LoggerFactory.getLogger(Prober.class);

  private final Connection review;
  private final TargetEngine target;
  private final ProbeEngine engine;
  private final ErrorReader errors;

  Prober(Connection review, TargetEngine target) {
    this.review = review;
    this.target = target;
    this.engine = target.probes();
    this.errors = target.errorReader();
  }

  /** A copy of the target's schema; see {@link Shadow#needs}. */
  public Shadow shadow(Optional<ShadowSettings> server) throws SQLException {
    return target.shadow(review, server);
  }

  /** One answer for each; the connection has its usual limit afterwards. */
  public Answers answer(Collection<Probe> probes, ProbeLimits limits) {
    Map<Probe, Answer> answers = new HashMap<>();
    try {
      ask(probes, limits, answers);
    } finally {
      unlimit();
    }
    return new Answers(answers);
  }

  private void ask(Collection<Probe> probes, ProbeLimits limits, Map<Probe, Answer> answers) {
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
  }

  private Answer answer(Probe probe, Duration limit) {
    try {
      engine.limit(review, limit);
      return probe.accept(new Asking(review, engine));
    } catch (SQLException e) {
      return switch (errors.classify(e)) {
        case TIMEOUT_OR_CANCEL -> new Answer.Unknown("timed out after " + words(limit));
        case RETRYABLE_LOCK -> new Answer.Unknown("somebody holds a lock on it");
        default -> new Answer.Unknown(errors.explain(e).message());
      };
    }
  }

  private void unlimit() {
    try {
      engine.unlimit(review);
    } catch (SQLException e) {
      // a connection that is lost has no limit; who uses it next is told
      LOG.warn("the limit of a review connection stays: {}", errors.explain(e).message());
    }
  }

  private static String words(Duration duration) {
    long millis = Math.max(1, duration.toMillis());
    return millis % 1000 == 0 || millis > 10_000 ? millis / 1000 + "s" : millis + "ms";
  }
}
