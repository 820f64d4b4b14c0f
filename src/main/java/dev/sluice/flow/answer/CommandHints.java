package dev.sluice.flow.answer;

import dev.sluice.flow.note.Markdown;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.store.record.RolloutState;
import gg.jte.Content;
import java.util.List;
import java.util.stream.Stream;

/** The commands that make sense now, ready to be copied. */
final class CommandHints {
  private CommandHints() {}

  static List<Content> of(String prefix, Standing standing, Language language) {
    Stream<Message> lines =
        standing.mergeRequest().state() == MergeRequest.State.MERGED
            ? Stream.concat(
                merged(prefix), anythingLeft(standing) ? toCome(prefix) : Stream.empty())
            : open(prefix);
    return lines.map(language::say).map(Markdown::raw).toList();
  }

  private static Stream<Message> open(String prefix) {
    return Stream.of(
        Message.of("`%1$s approve` and `%1$s reject --reason \"…\"`", prefix),
        Message.of("`%1$s review` reviews again", prefix),
        Message.of("`%1$s status` where this change is", prefix),
        Message.of("`%1$s help` all commands", prefix));
  }

  private static Stream<Message> merged(String prefix) {
    return Stream.of(
        Message.of("`%1$s status` where this change is", prefix),
        Message.of(
            "`%1$s deploy <environment>` deploys to an environment that waits for it", prefix),
        Message.of("`%1$s retry` goes on at the statement that failed", prefix),
        Message.of("`%1$s skip statement <n> --reason \"…\"` leaves a statement out", prefix),
        Message.of("`%1$s skip rollout --reason \"…\"` lets later changes pass", prefix),
        Message.of("`%1$s cancel` stops a rollout", prefix));
  }

  /** For what has not begun. */
  private static Stream<Message> toCome(String prefix) {
    return Stream.of(
        Message.of("`%1$s schedule` what waits, and until when", prefix),
        Message.of("`%1$s schedule <environment> --at +2h` plans a deployment", prefix),
        Message.of(
            "`%1$s hold <environment> --reason \"…\"` keeps it from starting, until `%1$s unhold`",
            prefix));
  }

  private static boolean anythingLeft(Standing standing) {
    return standing.rollouts().stream()
        .map(RolloutStanding::state)
        .anyMatch(s -> s == RolloutState.WAITING || s == RolloutState.READY);
  }
}
