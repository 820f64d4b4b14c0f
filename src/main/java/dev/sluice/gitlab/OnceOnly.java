package dev.sluice.gitlab;

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
  static <T> T post(Supplier<Optional<T>> posted, Supplier<T> post) {
    return posted.get().orElseGet(() -> unlessLost(posted, post));
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
