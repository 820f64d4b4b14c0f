package dev.sluice.flow.answer;

import dev.sluice.flow.note.Markdown;
import dev.sluice.mergerequest.MergeRequest;
import gg.jte.Content;
import java.util.List;
import java.util.stream.Stream;

/** The commands that make sense now, ready to be copied. */
final class CommandHints {
  private CommandHints() {}

  static List<Content> of(String prefix, Standing standing) {
    Stream<String> lines =
        standing.mergeRequest().state() == MergeRequest.State.MERGED
            ? Stream.of(
                "`P status` where this change is",
                "`P deploy <environment>` deploys to an environment that waits for it",
                "`P retry` goes on at the statement that failed",
                "`P skip statement <n> --reason \"…\"` leaves a statement out",
                "`P skip rollout --reason \"…\"` lets later changes pass",
                "`P cancel` stops a rollout")
            : Stream.of(
                "`P approve` and `P reject --reason \"…\"`",
                "`P review` reviews again",
                "`P status` where this change is",
                "`P help` all commands");
    return lines.map(l -> l.replace("P ", prefix + " ")).map(Markdown::raw).toList();
  }
}
