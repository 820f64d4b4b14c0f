package dev.sluice.flow.approve;

import dev.sluice.approval.Decision;
import dev.sluice.approval.Vote;
import dev.sluice.change.Change;
import dev.sluice.change.Digest;
import dev.sluice.change.MappedScript;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Changes;
import dev.sluice.store.record.Reviews;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** What changed after somebody approved, so that they need to look at no more than that. */
public final class SinceApproval {
  private final StoreDatabase store;

  public SinceApproval(StoreDatabase store) {
    this.store = store;
  }

  /**
   * An approval of earlier content.
   *
   * @param paths the scripts that are not as they were
   * @param head the commit that was approved, where it is known
   */
  public record Outdated(String username, List<String> paths, Optional<String> head) {
    public Outdated {
      paths = List.copyOf(paths);
    }
  }

  /** One for each person whose approval a change of the SQL voided. */
  public List<Outdated> of(MergeRequestId id, Change change, List<Decision> decisions) {
    Map<Long, Vote> voided = new LinkedHashMap<>();
    decisions.stream()
        .filter(d -> !d.approved())
        .flatMap(d -> d.discounted().stream())
        .map(Decision.Discounted::vote)
        .filter(v -> v.answer() == Vote.Answer.APPROVE && !v.digest().equals(change.digest()))
        .forEach(v -> voided.put(v.user(), v));
    return voided.values().stream().map(v -> outdated(id, change, v)).toList();
  }

  private Outdated outdated(MergeRequestId id, Change change, Vote vote) {
    Optional<Change> seen = store.read(tx -> Changes.find(tx, id, vote.digest()));
    List<String> paths = seen.map(s -> differing(s, change)).orElse(List.of());
    Optional<String> head = store.read(tx -> Reviews.headOf(tx, id, vote.digest()));
    return new Outdated(vote.username(), paths, head);
  }

  private static List<String> differing(Change before, Change after) {
    TreeSet<String> paths = new TreeSet<>();
    before.scripts().stream().filter(s -> !contains(after, s)).forEach(s -> paths.add(path(s)));
    after.scripts().stream().filter(s -> !contains(before, s)).forEach(s -> paths.add(path(s)));
    return new ArrayList<>(paths);
  }

  /** Same path, bytes and databases: what the digest is made of. */
  private static boolean contains(Change change, MappedScript script) {
    Digest digest = Digest.of(List.of(script));
    return change.scripts().stream().anyMatch(s -> Digest.of(List.of(s)).equals(digest));
  }

  private static String path(MappedScript script) {
    return script.script().path();
  }
}
