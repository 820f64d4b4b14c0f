package dev.sluice.gitlab;

import dev.sluice.mergerequest.GroupMembers;
import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.People;
import dev.sluice.mergerequest.Person;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * GitLab4J turns access levels that it does not know into "invalid", so members are read plainly.
 */
final class GitLabPeople implements People {
  private static final String MEMBERS = "/projects/:id/members/all";
  private static final int CANDIDATES = 5;
  private final AtomicReference<@Nullable Person> me = new AtomicReference<>();
  private final GitLabConnection gitlab;

  GitLabPeople(GitLabConnection gitlab) {
    this.gitlab = gitlab;
  }

  /** Asked once: a token never changes its user. */
  @Override
  public Person me() {
    Person known = me.get();
    if (known == null) {
      known = Persons.of(gitlab.rest().get(Route.of("/user"), Payload.User.class));
      me.set(known);
    }
    return known;
  }

  @Override
  public Optional<Person> user(long id) {
    return read(id).map(Persons::of);
  }

  private Optional<Payload.User> read(long id) {
    return gitlab.rest().find(Route.of("/users/:id", id), Payload.User.class);
  }

  @Override
  public Optional<Person> userNamed(String username) {
    return gitlab
        .rest()
        .all(Route.of("/users").with("username", username), Payload.User.class)
        .stream()
        .filter(user -> user.username().equalsIgnoreCase(username))
        .findFirst()
        .flatMap(user -> user(user.id()));
  }

  /** GitLab's search also finds names that look like it: only who shows this address is taken. */
  @Override
  public Optional<Person> userWithEmail(String email) {
    return gitlab
        .rest()
        .pages(Route.of("/users").with("search", email), Payload.User.class)
        .next()
        .stream()
        .limit(CANDIDATES)
        .flatMap(found -> read(found.id()).stream())
        .filter(user -> email.equalsIgnoreCase(user.email()) || isPublic(email, user))
        .findFirst()
        .map(Persons::of);
  }

  private static boolean isPublic(String email, Payload.User user) {
    return email.equalsIgnoreCase(user.publicEmail());
  }

  /** Who is blocked may do nothing, whatever the membership says. */
  @Override
  public OptionalInt accessLevel(long repository, long user) {
    return gitlab
        .rest()
        .find(Route.of(MEMBERS + "/:user", repository, user), Payload.User.class)
        .filter(member -> Persons.of(member).active())
        .map(member -> OptionalInt.of(level(member)))
        .orElse(OptionalInt.empty());
  }

  @Override
  public List<Person> membersWithLevel(long repository, int level) {
    return gitlab.rest().all(Route.of(MEMBERS, repository), Payload.User.class).stream()
        .filter(member -> level(member) >= level)
        .map(Persons::of)
        .distinct()
        .toList();
  }

  @Override
  public GroupMembers group(String path) {
    try {
      return new GroupMembers.Known(
          gitlab.rest().all(Route.of("/groups/:id/members/all", path), Payload.User.class).stream()
              .map(Persons::of)
              .distinct()
              .toList());
    } catch (HostRefusedException refused) {
      if (refused.status() == 403 || refused.status() == 404) {
        return new GroupMembers.Unreadable(
            "GitLab does not show us the members of the group \""
                + path
                + "\" (status "
                + refused.status()
                + "): check the path, and make Sluice's user a Guest of the group");
      }
      throw refused;
    }
  }

  private static int level(Payload.User member) {
    return Objects.requireNonNullElse(member.accessLevel(), 0);
  }
}
