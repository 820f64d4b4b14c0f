package dev.sluice.flow.approve;

import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.Commit;
import dev.sluice.mergerequest.Discussion;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.Person;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Who wrote something of a merge request. */
public final class Committers {
  private final CodeHost host;

  public Committers(CodeHost host) {
    this.host = host;
  }

  /** Ids of the GitLab users behind the commits; those that only apply our suggestions left out. */
  public Set<Long> of(MergeRequestId id, List<Discussion> discussions) {
    Suggestions suggestions = new Suggestions(discussions, host.people().me().id());
    Set<Long> committers = new HashSet<>();
    for (Commit commit : host.mergeRequests().commits(id)) {
      if (!suggestions.coverAll(host.repositories().changes(id.repository(), commit.sha()))) {
        Stream.of(commit.authorEmail(), commit.committerEmail())
            .distinct()
            .flatMap(e -> host.people().userWithEmail(e).stream())
            .map(Person::id)
            .forEach(committers::add);
      }
    }
    return committers;
  }
}
