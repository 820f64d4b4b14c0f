package dev.sluice.flow.deploy;

import dev.sluice.change.Change;
import dev.sluice.flow.note.Markdown;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.Commit;
import java.util.stream.Collectors;

/** Tells people, in a GitLab issue, about scripts that reached a branch past every review. */
final class Outsiders {
  private final CodeHost host;

  Outsiders(CodeHost host) {
    this.host = host;
  }

  void pushed(long repository, String branch, Commit commit, Change change) {
    String files =
        change.scripts().stream()
            .map(s -> "- " + plain(s.script().path()))
            .collect(Collectors.joining("\n"));
    host.repositories()
        .openIssue(
            repository,
            "sluice kind=pushed sha=" + commit.sha(),
            "SQL reached " + branch + " without a merge request",
            "Commit "
                + commit.sha()
                + " by "
                + plain(commit.authorName())
                + " brought scripts that nobody reviewed or approved. Sluice runs none of them.\n\n"
                + files
                + "\n\nTo have them deployed, take them out and open a merge request that adds them;"
                + " to leave them as they are, close this issue.");
  }

  void rewritten(long repository, String branch, String last, String head) {
    host.repositories()
        .openIssue(
            repository,
            "sluice kind=rewritten sha=" + head,
            "The history of " + branch + " was rewritten",
            "The commit that Sluice handled last, "
                + last
                + ", is no longer on "
                + plain(branch)
                + ". Sluice runs nothing of what came with the rewrite and goes on from "
                + head
                + ". Check that the scripts on the branch are those that ran.");
  }

  private static String plain(String text) {
    return Markdown.escape(text);
  }
}
