package dev.sluice.gitlab;

import dev.failsafe.Failsafe;
import dev.failsafe.RetryPolicy;
import dev.sluice.mergerequest.HostUnavailableException;
import java.util.Optional;
import java.util.function.Supplier;

/** Posts something once, although the answer to a post may get lost on its way. */
final class OnceOnly {
  private OnceOnly() {}

  /**
   * Looks before the first try, because an earlier process may have posted it and died, and before
   * a second one.
   *
   * @param posted finds what was posted already
   */
  static <T> T post(Patience patience, Supplier<Optional<T>> posted, Supplier<T> post) {
    return posted.get().orElseGet(() -> postNew(patience, posted, post));
  }

  /**
   * Without the first look, where the caller has taken it. A GitLab that was too slow to answer may
   * still be at it: it gets some time to show it.
   */
  static <T> T postNew(Patience patience, Supplier<Optional<T>> posted, Supplier<T> post) {
    RetryPolicy<Optional<T>> unseen =
        RetryPolicy.<Optional<T>>builder()
            .handleIf((Throwable failure) -> false)
            .handleResultIf(Optional::isEmpty)
            .withMaxAttempts(patience.attempts())
            .withDelayFn(context -> patience.pauseAfter(context.getAttemptCount()))
            .build();
    return unlessLost(() -> Failsafe.with(unseen).get(posted::get), post);
  }

  /** Without the first look, where nobody can have posted it before. */
  static <T> T unlessLost(Supplier<Optional<T>> posted, Supplier<T> post) {
    try {
      return post.get();
    } catch (HostUnavailableException maybeDone) {
      return posted.get().orElseGet(post);
    }
  }
}
