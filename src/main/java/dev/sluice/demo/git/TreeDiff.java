package dev.sluice.demo.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Compares two trees; a file that went and a similar one that came are a rename. */
final class TreeDiff {
  private static final double SIMILAR = 0.5;
  private final GitRepository repository;
  private final Tree before;
  private final Tree after;
  private final Set<String> renamedAway = new HashSet<>();

  TreeDiff(GitRepository repository, Tree before, Tree after) {
    this.repository = repository;
    this.before = before;
    this.after = after;
  }

  List<FileDiff> files() {
    List<FileDiff> diffs = new ArrayList<>();
    for (var path : after.files().keySet()) {
      if (before.file(path).equals(after.file(path))) {
        continue;
      }
      var oldPath = before.file(path).isPresent() ? path : renamedFrom(path).orElse(path);
      if (!oldPath.equals(path)) {
        renamedAway.add(oldPath);
      }
      diffs.add(fileDiff(oldPath, path));
    }
    for (var path : gone()) {
      if (!renamedAway.contains(path)) {
        diffs.add(fileDiff(path, path));
      }
    }
    diffs.sort(Comparator.comparing(FileDiff::newPath));
    return diffs;
  }

  private Set<String> gone() {
    var gone = new TreeSet<>(before.files().keySet());
    gone.removeAll(after.files().keySet());
    return gone;
  }

  private Optional<String> renamedFrom(String path) {
    return gone().stream()
        .filter(old -> !renamedAway.contains(old) && similarity(old, path) >= SIMILAR)
        .max(Comparator.comparingDouble(old -> similarity(old, path)));
  }

  private double similarity(String old, String path) {
    var was = before.file(old).orElseThrow();
    var is = after.file(path).orElseThrow();
    if (was.blob().equals(is.blob())) {
      return 1;
    }
    var oldLines = LineDiff.lines(text(was));
    var newLines = new ArrayList<>(LineDiff.lines(text(is)));
    var longest = Math.max(oldLines.size(), newLines.size());
    var kept = oldLines.stream().filter(newLines::remove).count();
    return longest == 0 ? 0 : (double) kept / longest;
  }

  private FileDiff fileDiff(String oldPath, String newPath) {
    var was = before.file(oldPath).orElse(null);
    var is = after.file(newPath).orElse(null);
    var binary = isBinary(was) || isBinary(is);
    List<Hunk> hunks = binary ? List.of() : LineDiff.hunks(text(was), text(is));
    return new FileDiff(oldPath, newPath, mode(was), mode(is), binary, hunks);
  }

  private static String mode(Tree.@Nullable Entry entry) {
    return entry == null ? "0" : entry.mode();
  }

  private boolean isBinary(Tree.@Nullable Entry entry) {
    var content = repository.content(entry);
    for (var i = 0; i < Math.min(content.length, 8000); i++) {
      if (content[i] == 0) {
        return true;
      }
    }
    return false;
  }

  private String text(Tree.@Nullable Entry entry) {
    return new String(repository.content(entry), StandardCharsets.UTF_8);
  }
}
