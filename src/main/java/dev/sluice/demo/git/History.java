package dev.sluice.demo.git;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Questions about who descends from whom; lists are newest first. */
public final class History {
  private final Function<String, Commit> commits;
  private final Comparator<Commit> newestFirst;

  History(Function<String, Commit> commits, Comparator<Commit> newestFirst) {
    this.commits = commits;
    this.newestFirst = newestFirst;
  }

  /** Ids of the commit and everything before it. */
  public Set<String> ancestors(String head) {
    Set<String> seen = new LinkedHashSet<>();
    var open = new ArrayDeque<String>(List.of(head));
    while (!open.isEmpty()) {
      var id = open.pop();
      if (seen.add(id)) {
        open.addAll(commits.apply(id).parents());
      }
    }
    return seen;
  }

  public boolean contains(String head, String ancestor) {
    return ancestors(head).contains(ancestor);
  }

  /** The newest commit that both have; empty for unrelated histories. */
  public Optional<String> mergeBase(String one, String other) {
    Set<String> common = new HashSet<>(ancestors(one));
    common.retainAll(ancestors(other));
    return common.stream().map(commits).min(newestFirst).map(Commit::id);
  }

  public List<Commit> log(String head) {
    return ancestors(head).stream().map(commits).sorted(newestFirst).toList();
  }

  /** Commits reachable from head but not from base, as {@code base..head}. */
  public List<Commit> between(String base, String head) {
    var old = ancestors(base);
    return log(head).stream().filter(commit -> !old.contains(commit.id())).toList();
  }

  public List<Commit> firstParents(String head) {
    List<Commit> line = new ArrayList<>();
    var commit = commits.apply(head);
    line.add(commit);
    while (!commit.parents().isEmpty()) {
      commit = commits.apply(commit.parents().get(0));
      line.add(commit);
    }
    return line;
  }
}
