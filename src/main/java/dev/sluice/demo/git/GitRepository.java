package dev.sluice.demo.git;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One repository in memory. Not thread-safe: its owner holds a lock. */
public final class GitRepository {
  private final Map<String, byte[]> blobs = new HashMap<>();
  private final Map<String, Commit> commits = new LinkedHashMap<>();
  private final Map<String, Integer> order = new HashMap<>();
  private final SortedMap<String, String> branches = new TreeMap<>();
  private final Map<String, String> refs = new HashMap<>();

  /** A repository with the same objects and branches, as a fork has. */
  public GitRepository fork() {
    var fork = new GitRepository();
    fork.blobs.putAll(blobs);
    commits.values().forEach(fork::add);
    fork.branches.putAll(branches);
    return fork;
  }

  /** Takes over the objects of another repository, as GitLab does for a merge request's fork. */
  public void fetch(GitRepository other) {
    if (other != this) {
      blobs.putAll(other.blobs);
      other.commits.values().forEach(this::add);
    }
  }

  public String store(byte[] content) {
    var id = Hashes.object("blob", content);
    blobs.put(id, content.clone());
    return id;
  }

  public Optional<byte[]> blob(String id) {
    return Optional.ofNullable(blobs.get(id)).map(byte[]::clone);
  }

  /** The bytes of an entry; empty for a path that is not there. */
  public byte[] content(Tree.@Nullable Entry entry) {
    return entry == null ? new byte[0] : blob(entry.blob()).orElseThrow();
  }

  public Commit commit(
      List<String> parents, Tree tree, Signature author, String message, Instant at) {
    var text =
        "tree %s\nparents %s\nauthor %s %s\n\n%s"
            .formatted(tree.id(), parents, author, at, message)
            .getBytes(StandardCharsets.UTF_8);
    var commit = new Commit(Hashes.object("commit", text), tree, parents, author, message, at);
    add(commit);
    return commit;
  }

  private void add(Commit commit) {
    if (commits.putIfAbsent(commit.id(), commit) == null) {
      order.put(commit.id(), order.size());
    }
  }

  public SortedMap<String, String> branches() {
    return new TreeMap<>(branches);
  }

  public Optional<String> branch(String name) {
    return Optional.ofNullable(branches.get(name));
  }

  public void setBranch(String name, String commit) {
    branches.put(name, get(commit).id());
  }

  public void deleteBranch(String name) {
    branches.remove(name);
  }

  /** A ref outside {@code refs/heads}, like {@code refs/merge-requests/1/head}. */
  public void setRef(String name, String commit) {
    refs.put(name, get(commit).id());
  }

  /** Finds a commit by branch, full ref, or (shortened, at least 7 digits) id. */
  public Optional<Commit> resolve(String ref) {
    var name = ref.startsWith("refs/heads/") ? ref.substring("refs/heads/".length()) : ref;
    var id = branches.getOrDefault(name, refs.getOrDefault(ref, ref));
    if (commits.containsKey(id)) {
      return Optional.ofNullable(commits.get(id));
    }
    if (!id.matches("[0-9a-f]{7,40}")) {
      return Optional.empty();
    }
    return commits.values().stream().filter(c -> c.id().startsWith(id)).findFirst();
  }

  /** The commit of an id that is known to exist. */
  public Commit get(String id) {
    var commit = commits.get(id);
    if (commit == null) {
      throw new IllegalArgumentException("no commit " + id);
    }
    return commit;
  }

  public History history() {
    return new History(this::get, Comparator.comparing(c -> -order.getOrDefault(c.id(), 0)));
  }

  /** What changed between two trees, in path order. */
  public List<FileDiff> diff(Tree before, Tree after) {
    return new TreeDiff(this, before, after).files();
  }

  /** Merges file by file; empty when both sides changed the same file differently. */
  public Optional<Tree> merge(Tree base, Tree ours, Tree theirs) {
    var merged = new TreeMap<>(ours.files());
    var paths = new ArrayList<>(base.files().keySet());
    paths.addAll(theirs.files().keySet());
    for (var path : paths) {
      var was = base.file(path);
      var mine = ours.file(path);
      var other = theirs.file(path);
      if (other.equals(was) || other.equals(mine)) {
        continue;
      }
      if (!mine.equals(was)) {
        return Optional.empty();
      }
      other.ifPresentOrElse(entry -> merged.put(path, entry), () -> merged.remove(path));
    }
    return Optional.of(new Tree(merged));
  }
}
