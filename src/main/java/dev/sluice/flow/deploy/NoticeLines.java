package dev.sluice.flow.deploy;

import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.language.Message;
import java.util.List;
import java.util.stream.Stream;

/** What statements that are done left to say: how the batches went, what the server remarked. */
final class NoticeLines {
  private static final int MOST = 10;
  private static final int LONGEST = 300;

  private NoticeLines() {}

  static List<Message> of(List<StepResult> steps) {
    List<Message> all = steps.stream().flatMap(NoticeLines::of).toList();
    return all.size() <= MOST
        ? all
        : Stream.concat(
                all.stream().limit(MOST),
                Stream.of(Message.of("… and %s notices more.", all.size() - MOST)))
            .toList();
  }

  private static Stream<Message> of(StepResult step) {
    return step.state() == StepState.DONE
        ? step.warnings().stream()
            .map(w -> Message.of("ℹ️ Statement %s: %s", step.seq(), Message.verbatim(cut(w))))
        : Stream.empty();
  }

  private static String cut(String notice) {
    return notice.length() <= LONGEST ? notice : notice.substring(0, LONGEST) + " …";
  }
}
