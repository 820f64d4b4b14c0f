package dev.sluice.flow.approve;

import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.Commit;
import dev.sluice.mergerequest.Discussion;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.Person;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** Who wrote something of a merge request. */
public final class Committers {
  /** An address hardly ever moves to another user, and every look at a merge request asks. */
  private static final Duration REMEMBERED = Duration.ofMinutes(10);

  private static final int MOST = 10_000;

  private final CodeHost host;
  private final Clock clock;
  private final Map<String, Known> byEmail = new ConcurrentHashMap<>();

  private record Known(Person person, Instant at) {}

  public Committers(CodeHost host, Clock clock) {
    this.host = host;
    this.clock = clock;
  }

  /** Ids of the GitLab users behind the commits; those that only apply our suggestions left out. */
  public Set<Long> of(MergeRequestId id, List<Discussion> discussions) {
    Suggestions suggestions = new Suggestions(discussions, host.people().me().id());
    Set<Long> committers = new HashSet<>();
    for (Commit commit : host.mergeRequests().commits(id)) {
      if (suggestions.none()
          || !suggestions.coverAll(host.repositories().changes(id.repository(), commit.sha()))) {
        Stream.of(commit.authorEmail(), commit.committerEmail())
            .distinct()
            .flatMap(e -> user(e).stream())
            .map(Person::id)
            .forEach(committers::add);
      }
    }
    return committers;
  }

  /** Only who is found is remembered: an address may become a user's at any time. */
  private Optional<Person> user(String email) {
    Known known = byEmail.get(email);
    if (known != null && known.at().plus(REMEMBERED).isAfter(clock.instant())) {
      return Optional.of(known.person());
    }
    if (byEmail.size() >= MOST) {
      byEmail.clear();
    }
    Optional<Person> found = host.people().userWithEmail(email);
    found.ifPresent(person -> byEmail.put(email, new Known(person, clock.instant())));
    return found;
  }
}
