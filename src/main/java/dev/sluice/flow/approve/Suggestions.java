package dev.sluice.flow.approve;

import dev.sluice.mergerequest.Discussion;
import dev.sluice.mergerequest.FileChange;
import dev.sluice.mergerequest.FileChanges;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The lines that we suggested in a merge request. Whoever only applied those has written nothing of
 * their own, and may still approve.
 */
final class Suggestions {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^(`{3,})suggestion:-\\d+\\+\\d+\\n(.*?)^\\1$", Pattern.DOTALL | Pattern.MULTILINE);

  private final Set<String> lines = new HashSet<>();

  /**
   * @param us our own user id
   */
  Suggestions(List<Discussion> discussions, long us) {
    discussions.stream()
        .flatMap(d -> d.notes().stream().limit(1))
        .filter(n -> n.author().id() == us)
        .forEach(n -> collect(n.body()));
  }

  private void collect(String body) {
    Matcher matcher = BLOCK.matcher(body);
    while (matcher.find()) {
      matcher.group(2).lines().forEach(lines::add);
    }
  }

  /** Whether a commit adds nothing but suggested lines. */
  boolean coverAll(FileChanges commit) {
    return !lines.isEmpty()
        && commit.complete()
        && commit.files().stream().allMatch(f -> f.hunks().isPresent())
        && commit.files().stream().flatMap(Suggestions::added).allMatch(lines::contains);
  }

  private static Stream<String> added(FileChange file) {
    return file.hunks().orElse("").lines().filter(l -> l.startsWith("+")).map(l -> l.substring(1));
  }
}
