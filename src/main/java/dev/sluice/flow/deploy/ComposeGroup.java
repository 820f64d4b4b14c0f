package dev.sluice.flow.deploy;

import dev.sluice.deploy.StepResult;
import dev.sluice.deploy.StepState;
import dev.sluice.flow.answer.Amounts;
import dev.sluice.flow.answer.Posts;
import dev.sluice.flow.answer.RolloutStanding;
import dev.sluice.flow.group.Group;
import dev.sluice.flow.group.Member;
import dev.sluice.flow.note.GroupView;
import dev.sluice.flow.note.GroupView.Failed;
import dev.sluice.flow.note.GroupView.Row;
import dev.sluice.flow.note.GroupView.SchemaDiff;
import dev.sluice.flow.note.Markdown;
import dev.sluice.flow.note.ResultView;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.store.record.RecordedDeployment;
import dev.sluice.store.record.RolloutState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Puts the deployment to the targets of a group into words, as far as it is. Pure. */
final class ComposeGroup {
  private static final int MOST_UNFOLDED = 20;
  private static final int MOST_ROWS = 300;
  private static final int MOST_FAILURES = 3;
  private static final int MOST_NOTE = 120;

  private final String prefix;

  /**
   * @param prefix of our commands, e.g. {@code /db}
   */
  ComposeGroup(String prefix) {
    this.prefix = prefix;
  }

  /**
   * A target.
   *
   * @param note what it waits for, or how it ended
   */
  record Entry(Member member, List<StepResult> steps, Message note) {
    Entry {
      steps = List.copyOf(steps);
    }

    RolloutState state() {
      return member.state();
    }

    boolean stuck() {
      return state() == RolloutState.FAILED
          || state() == RolloutState.UNKNOWN
          || state() == RolloutState.CANCELLED;
    }
  }

  /**
   * All that the note tells.
   *
   * @param name as in {@code orders@prod}
   * @param failed results of targets that failed, the first ones
   * @param done the result of one target that has the change
   */
  record Facts(
      RecordedDeployment deployment,
      String name,
      Group group,
      List<Entry> entries,
      Map<String, ResultView> failed,
      Optional<Map.Entry<String, ResultView>> done) {}

  GroupView compose(String purpose, Facts facts, Language language) {
    List<Entry> sorted = facts.entries().stream().sorted(order()).toList();
    List<Row> stuck =
        sorted.stream().filter(Entry::stuck).map(e -> row(e, language)).limit(MOST_ROWS).toList();
    List<Row> others = sorted.stream().filter(e -> !e.stuck()).map(e -> row(e, language)).toList();
    int room = Math.max(0, MOST_ROWS - stuck.size());
    boolean folded = sorted.size() > MOST_UNFOLDED;
    return new GroupView(
        Markdown.raw(Posts.marker(purpose)),
        language.say(headline(facts)),
        lines(facts).stream().map(language::say).toList(),
        failures(facts),
        choices(facts).stream().map(language::say).map(Markdown::raw).toList(),
        folded ? stuck : List.of(),
        folded ? others.stream().limit(room).toList() : all(stuck, others),
        folded,
        folded ? Math.max(0, others.size() - room) : 0,
        facts
            .done()
            .flatMap(d -> d.getValue().schemaDiff().map(diff -> new SchemaDiff(d.getKey(), diff))),
        language.say(
            "commit %s · digest %s",
            facts.deployment().sha().substring(0, 8), facts.deployment().digest().brief()));
  }

  private static List<Row> all(List<Row> first, List<Row> others) {
    List<Row> all = new ArrayList<>(first);
    all.addAll(others);
    return all;
  }

  /** What needs people, then what goes on now, then the waves in order. */
  private static Comparator<Entry> order() {
    return Comparator.comparing((Entry e) -> !e.stuck())
        .thenComparing(e -> e.state() != RolloutState.RUNNING)
        .thenComparing(e -> e.member().wave())
        .thenComparing(e -> e.member().target());
  }

  static Message headline(Facts facts) {
    long done = count(facts, RolloutState.DONE);
    long skipped = count(facts, RolloutState.SKIPPED);
    long failed = facts.entries().stream().filter(Entry::stuck).count();
    int all = facts.entries().size();
    if (done + skipped == all) {
      return skipped == 0
          ? Message.of("🚀 Deployed to all %s targets of %s", all, facts.name())
          : Message.of(
              "🚀 Deployed to %s of %s targets of %s, %s skipped",
              done, all, facts.name(), skipped);
    }
    if (stopped(facts)) {
      return Message.of("❌ %s stopped: %s/%s deployed, %s failed", facts.name(), done, all, failed);
    }
    return failed == 0
        ? Message.of("⏳ %s: %s/%s deployed", facts.name(), done, all)
        : Message.of("⏳ %s: %s/%s deployed, %s failed", facts.name(), done, all, failed);
  }

  /** Nothing moves any more, and not all is well. */
  static boolean stopped(Facts facts) {
    boolean moves =
        facts.entries().stream()
            .anyMatch(e -> e.state() == RolloutState.RUNNING || e.state() == RolloutState.READY);
    boolean waits = facts.entries().stream().anyMatch(e -> e.state() == RolloutState.WAITING);
    return !moves
        && facts.entries().stream().anyMatch(Entry::stuck)
        && (facts.group().stopped().isPresent() || !waits);
  }

  private static long count(Facts facts, RolloutState state) {
    return facts.entries().stream().filter(e -> e.state() == state).count();
  }

  private static List<Message> lines(Facts facts) {
    List<Message> lines = new ArrayList<>();
    long open = facts.entries().stream().filter(e -> e.state() == RolloutState.WAITING).count();
    facts
        .group()
        .stopped()
        .ifPresent(
            why ->
                lines.add(
                    Message.of(
                        "%s; %s more targets do not start until that is settled.", why, open)));
    Map<Integer, List<Entry>> waves =
        facts.entries().stream()
            .collect(
                Collectors.groupingBy(e -> e.member().wave(), TreeMap::new, Collectors.toList()));
    if (waves.size() > 1) {
      lines.add(
          waves.entrySet().stream()
              .map(w -> progress(w.getKey(), w.getValue()))
              .reduce((a, b) -> Message.of("%s · %s", a, b))
              .orElseThrow());
    }
    return lines;
  }

  private static Message progress(int wave, List<Entry> entries) {
    long done = entries.stream().filter(e -> e.state().finished()).count();
    return wave == 0
        ? Message.of("canary %s/%s", done, entries.size())
        : Message.of("wave %s: %s/%s", wave, done, entries.size());
  }

  private static List<Failed> failures(Facts facts) {
    return facts.failed().entrySet().stream()
        .filter(f -> f.getValue().failure().isPresent())
        .limit(MOST_FAILURES)
        .map(
            f -> new Failed(f.getKey(), f.getValue().lines(), f.getValue().failure().orElseThrow()))
        .toList();
  }

  private List<Message> choices(Facts facts) {
    List<Entry> stuck = facts.entries().stream().filter(Entry::stuck).toList();
    if (stuck.isEmpty()) {
      return List.of();
    }
    String environment = stuck.get(0).member().target().environment();
    List<Message> choices = new ArrayList<>();
    choices.add(
        Message.of(
            "`%s retry %s` goes on with what failed or was cancelled, and only with that; when it"
                + " went well, the rest follows",
            prefix, environment));
    choices.add(
        Message.of(
            "`%s skip rollout --target %s --reason \"…\"` gives that target up and lets the rest go"
                + " on",
            prefix, stuck.get(0).member().target()));
    if (stuck.stream().anyMatch(e -> e.state() == RolloutState.UNKNOWN)) {
      choices.add(
          Message.of(
              "`%s status` says which statement nobody knows about, and how to decide", prefix));
    }
    return choices;
  }

  private static Row row(Entry entry, Language language) {
    long done = entry.steps().stream().filter(s -> s.state() == StepState.DONE).count();
    long rows = entry.steps().stream().flatMapToLong(s -> s.rows().stream()).sum();
    Duration took =
        entry.steps().stream().map(StepResult::duration).reduce(Duration.ZERO, Duration::plus);
    boolean begun = !entry.steps().isEmpty();
    int wave = entry.member().wave();
    return new Row(
        entry.member().target().toString(),
        wave == 0 ? language.text("canary") : String.valueOf(wave),
        language.say(
            new RolloutStanding(entry.member().target(), entry.state(), entry.note()).label()),
        begun ? done + "/" + entry.steps().size() : "",
        begun ? String.valueOf(rows) : "",
        begun ? Amounts.took(took) : "",
        brief(language.say(entry.note())));
  }

  private static String brief(String note) {
    String line = note.lines().findFirst().orElse("");
    return line.length() <= MOST_NOTE ? line : line.substring(0, MOST_NOTE) + " …";
  }
}
