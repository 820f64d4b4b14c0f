package dev.sluice.flow.approve;

import dev.sluice.mergerequest.Discussion;
import dev.sluice.mergerequest.FileChange;
import dev.sluice.mergerequest.FileChanges;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lines that we suggested in a merge request. Whoever only applied those has written nothing of
 * their own, and may still approve.
 */
final class Suggestions {
  private static final Pattern BLOCK =
      Pattern.compile(
          "^(`{3,})suggestion:-(\\d+)\\+(\\d+)\\r?\\n(.*?)^\\1$",
          Pattern.DOTALL | Pattern.MULTILINE);

  private static final Pattern HUNK = Pattern.compile("(?m)^@@ .*$");

  private final Set<String> lines = new HashSet<>();
  private int most;

  /**
   * @param us our own user id
   */
  Suggestions(List<Discussion> discussions, long us) {
    discussions.stream()
        .flatMap(d -> d.notes().stream().limit(1))
        .filter(n -> n.author().id() == us)
        .forEach(n -> collect(n.body()));
  }

  boolean none() {
    return lines.isEmpty();
  }

  private void collect(String body) {
    Matcher matcher = BLOCK.matcher(body);
    while (matcher.find()) {
      matcher.group(4).lines().forEach(lines::add);
      int replaced = Integer.parseInt(matcher.group(2)) + Integer.parseInt(matcher.group(3)) + 1;
      most = Math.max(most, replaced);
    }
  }

  /**
   * Whether a commit does nothing but put suggested lines in place of others: it adds no other
   * line, and takes none away without adding one, or more than a suggestion replaces.
   */
  boolean coverAll(FileChanges commit) {
    return !none() && commit.complete() && commit.files().stream().allMatch(this::covers);
  }

  private boolean covers(FileChange file) {
    List<String> hunks =
        Arrays.stream(HUNK.split(file.hunks().orElse(""))).filter(h -> !h.isBlank()).toList();
    return !hunks.isEmpty() && hunks.stream().allMatch(this::covers);
  }

  private boolean covers(String hunk) {
    List<String> added = marked(hunk, '+');
    return !added.isEmpty() && lines.containsAll(added) && marked(hunk, '-').size() <= most;
  }

  private static List<String> marked(String hunk, char sign) {
    return hunk.lines()
        .filter(l -> !l.isEmpty() && l.charAt(0) == sign)
        .map(l -> l.substring(1))
        .toList();
  }
}
