package dev.sluice.demo.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.git.Tree.Entry;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class GitRepositoryTest {
  private final GitRepository repository = new GitRepository();

  private Entry file(String text) {
    return new Entry(Tree.FILE, repository.store(text.getBytes(StandardCharsets.UTF_8)));
  }

  private Commit commit(Tree tree, Commit... parents) {
    var ids = List.of(parents).stream().map(Commit::id).toList();
    return repository.commit(
        ids, tree, new Signature("Lin", "lin@example.com"), "c", Instant.EPOCH);
  }

  @Test
  void blobsHaveTheIdsOfGit() {
    assertThat(file("hello\n").blob()).isEqualTo("ce013625030ba8dba906f756967f9e9ca394464a");
  }

  @Test
  void theMergeBaseIsTheNewestCommonCommit() {
    var root = commit(Tree.empty());
    var main = commit(Tree.empty().with("a", file("a")), root);
    var side = commit(Tree.empty().with("b", file("b")), main);
    var next = commit(Tree.empty().with("c", file("c")), main);
    assertThat(repository.history().mergeBase(side.id(), next.id())).hasValue(main.id());
    var merged = commit(Tree.empty().with("d", file("d")), next, side);
    assertThat(repository.history().firstParents(merged.id()))
        .containsExactly(merged, next, main, root);
    assertThat(repository.history().between(next.id(), merged.id())).containsExactly(merged, side);
  }

  @Test
  void aMergeTakesBothSidesAndGivesUpOnTheSameFile() {
    var base = Tree.empty().with("a", file("a")).with("b", file("b"));
    var ours = base.with("a", file("ours"));
    var theirs = base.without("b").with("c", file("c"));
    assertThat(repository.merge(base, ours, theirs).orElseThrow().files())
        .containsOnlyKeys("a", "c");
    assertThat(repository.merge(base, ours, base.with("a", file("theirs")))).isEmpty();
  }

  @Test
  void hunksAreThoseOfGit() {
    assertThat(text("", "a\nb\n")).isEqualTo("@@ -0,0 +1,2 @@\n+a\n+b\n");
    assertThat(text("a\n", "")).isEqualTo("@@ -1 +0,0 @@\n-a\n");
    assertThat(text("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"))
        .isEqualTo("@@ -2,7 +2,7 @@\n 2\n 3\n 4\n-5\n+five\n 6\n 7\n 8\n");
    assertThat(text("a", "a\n")).isEqualTo("@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+a\n");
  }

  private String text(String before, String after) {
    var text = new StringBuilder();
    LineDiff.hunks(before, after).forEach(hunk -> text.append(hunk.text()));
    return text.toString();
  }

  @Test
  void aSimilarFileIsARename() {
    var before = Tree.empty().with("old.sql", file("one\ntwo\nthree\n"));
    var after = Tree.empty().with("new.sql", file("one\ntwo\n3\n"));
    var diff = repository.diff(before, after).get(0);
    assertThat(diff.isRenamed()).isTrue();
    assertThat(diff.oldPath()).isEqualTo("old.sql");
    assertThat(diff.gitText()).contains("rename from old.sql", "--- a/old.sql\n+++ b/new.sql\n");
  }
}
