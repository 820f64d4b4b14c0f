package dev.sluice.flow.answer;

import dev.sluice.flow.note.Markdown;
import dev.sluice.flow.note.SummaryView.TrialView;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.probe.Trial;
import dev.sluice.review.Review;
import dev.sluice.review.TargetReview;
import gg.jte.Content;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What came of trying a change on copies; targets with the same outcome are told together. */
final class TrialViews {
  private static final int MOST_LOCKS = 20;

  private TrialViews() {}

  static List<TrialView> of(Optional<Review> review, Language language) {
    Map<Trial, List<TargetReview>> byTrial =
        review.stream()
            .flatMap(r -> r.targets().stream())
            .filter(t -> t.trial().isPresent())
            .collect(
                Collectors.groupingBy(
                    t -> t.trial().orElseThrow(), LinkedHashMap::new, Collectors.toList()));
    return byTrial.entrySet().stream().map(e -> view(e.getKey(), e.getValue(), language)).toList();
  }

  private static TrialView view(Trial trial, List<TargetReview> targets, Language language) {
    return new TrialView(
        targets.stream().map(t -> t.target().toString()).collect(Collectors.joining(", ")),
        language.say(outcome(trial)),
        trial.locks().stream()
            .limit(MOST_LOCKS)
            .map(
                l -> language.say("%s, statement %s: %s", file(l.path()), l.statement(), l.words()))
            .toList(),
        diff(trial));
  }

  private static Message outcome(Trial trial) {
    return switch (trial.state()) {
      case PASSED ->
          trial.words().isEmpty() ? Message.of("it ran") : Message.of("it ran; %s", trial.words());
      case FAILED ->
          Message.of(
              "statement %s of %s failed: %s",
              trial.statement(), file(trial.path()), trial.words());
      case UNKNOWN -> Message.of("not known: %s", trial.words());
    };
  }

  private static String file(String path) {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static Optional<Content> diff(Trial trial) {
    return trial.diff().isEmpty()
        ? Optional.empty()
        : Optional.of(Markdown.fence("diff", trial.diff()));
  }
}
