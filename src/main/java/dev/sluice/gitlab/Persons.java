package dev.sluice.gitlab;

import dev.sluice.mergerequest.Person;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** GitLab's user shapes as persons. */
final class Persons {
  /** How GitLab names the users that it makes for access tokens and service accounts. */
  private static final Pattern MADE_BY_GITLAB =
      Pattern.compile("(project|group)_\\d+_bot(_\\w+)?|service_account_.+");

  private static final Person NOBODY = new Person(0, "ghost", "Ghost User", false, false);

  private Persons() {}

  /** Only {@code GET /users/:id} tells who is a bot; elsewhere the name has to do. */
  static Person of(Payload.@Nullable User user) {
    if (user == null) {
      return NOBODY;
    }
    boolean bot =
        user.bot() == null ? MADE_BY_GITLAB.matcher(user.username()).matches() : user.bot();
    return new Person(
        user.id(),
        user.username(),
        user.name(),
        bot,
        active(user.state()) && active(user.membershipState()));
  }

  private static boolean active(@Nullable String state) {
    return state == null || state.equals("active");
  }
}
