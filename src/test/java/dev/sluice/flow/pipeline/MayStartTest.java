package dev.sluice.flow.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.Environment.DeployMode;
import dev.sluice.change.Outside;
import dev.sluice.change.Stage;
import dev.sluice.change.TargetName;
import dev.sluice.change.calendar.DayRange;
import dev.sluice.change.calendar.Freeze;
import dev.sluice.change.calendar.LocalMoment;
import dev.sluice.change.calendar.Window;
import dev.sluice.change.calendar.Windows;
import dev.sluice.deploy.RolloutId;
import dev.sluice.flow.pipeline.Facts.Said;
import dev.sluice.store.record.EnvironmentFreeze;
import dev.sluice.store.record.RecordedRollout;
import dev.sluice.store.record.RolloutState;
import dev.sluice.store.record.RolloutTiming;
import dev.sluice.store.record.RolloutTiming.Word;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class MayStartTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  /** A Monday; 10:00 in Shanghai. */
  private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");

  private static final Windows NIGHTS =
      new Windows(
          List.of(
              new Window(
                  List.of(DayRange.parse("mon..thu")),
                  Optional.of(LocalTime.of(22, 0)),
                  Optional.of(LocalTime.of(5, 0)),
                  SHANGHAI)));

  private DeployMode mode = DeployMode.MANUAL;
  private Duration soak = Duration.ZERO;
  private Windows windows = new Windows(List.of());
  private List<Freeze> freezes = List.of();
  private Outside outside = Outside.QUEUE;
  private RolloutState state = RolloutState.WAITING;
  private RolloutState test = RolloutState.DONE;
  private Instant testEnded = NOW.minus(Duration.ofHours(1));
  private String by = "";
  private List<String> earlier = List.of();
  private RolloutTiming timing = RolloutTiming.NONE;
  private Optional<EnvironmentFreeze> freeze = Optional.empty();
  private boolean begun;

  @Test
  void whatWaitsForAPersonSaysWhatToWrite() {
    assertThat(asked()).isEqualTo("write /db deploy prod");
    assertThat(wanted()).isEqualTo("start");
  }

  @Test
  void onMergeStartsByItself() {
    mode = DeployMode.ON_MERGE;
    assertThat(asked()).isEqualTo("start");
  }

  @Test
  void theEnvironmentBeforeComesFirst() {
    test = RolloutState.FAILED;
    mode = DeployMode.ON_MERGE;
    assertThat(asked()).isEqualTo("after test");
    assertThat(wanted())
        .isEqualTo("rejected: !5 is not on orders@test yet, which comes before orders@prod.");
  }

  @Test
  void afterStartsByItselfOnlyWhereTheEnvironmentBeforeHasIt() {
    mode = DeployMode.AFTER;
    assertThat(asked()).isEqualTo("start");
    test = RolloutState.SKIPPED;
    assertThat(asked()).isEqualTo("write /db deploy prod");
  }

  @Test
  void soakCountsFromTheEndInTheEnvironmentBefore() {
    mode = DeployMode.AFTER;
    soak = Duration.ofHours(24); // test ended an hour ago
    assertThat(asked()).isEqualTo("soaks on test until 2026-11-24 01:00 UTC (in 23 h 0 min)");
    assertThat(until()).contains(NOW.plus(Duration.ofHours(23)));
    soak = Duration.ofHours(1);
    assertThat(asked()).isEqualTo("start");
  }

  @Test
  void withoutASoakNothingWaitsForAClockThatWasAhead() {
    mode = DeployMode.AFTER;
    testEnded = NOW.plus(Duration.ofHours(20));
    assertThat(asked()).isEqualTo("start");
  }

  @Test
  void outsideOfItsWindowsItWaitsForTheNext() {
    by = "olga";
    windows = NIGHTS;
    assertThat(asked())
        .isEqualTo(
            "its window mon..thu 22:00–05:00 opens 2026-11-23 22:00 Asia/Shanghai (in 12 h 0 min)");
    assertThat(until()).contains(Instant.parse("2026-11-23T14:00:00Z"));
  }

  @Test
  void rejectRefusesAPersonButNotWhatIsQueued() {
    windows = NIGHTS;
    outside = Outside.REJECT;
    assertThat(wanted())
        .startsWith("rejected: orders@prod is outside of its windows")
        .endsWith("/db deploy prod --at next-window");
    by = "olga";
    assertThat(asked()).startsWith("its window");
  }

  @Test
  void severalTimesTogetherSayWhenItReallyStarts() {
    by = "olga";
    windows = NIGHTS;
    soak = Duration.ofHours(24);
    freezes =
        List.of(
            new Freeze(
                LocalMoment.parse("2026-11-23"),
                LocalMoment.parse("2026-11-26"),
                SHANGHAI,
                "fair"));
    assertThat(asked())
        .contains("soaks on test")
        .contains("prod is frozen until 2026-11-27 00:00 Asia/Shanghai (in 3 d 14 h): fair")
        .endsWith("; starts 2026-11-27 00:00 Asia/Shanghai");
  }

  @Test
  void aHoldHoldsUntilItIsTakenBack() {
    by = "olga";
    timing =
        new RolloutTiming(
            Optional.empty(), Optional.of(new Word("dana", "wait for me")), Optional.empty());
    assertThat(asked()).isEqualTo("held by dana: wait for me");
    assertThat(wanted()).contains("rejected").contains("/db unhold prod");
    assertThat(until()).isEmpty();
  }

  @Test
  void aFreezeByAPersonHoldsEvenWhatHasBegun() {
    by = "olga";
    begun = true;
    freeze = Optional.of(new EnvironmentFreeze("prod", "incident", "dana", NOW, Optional.empty()));
    assertThat(asked()).isEqualTo("prod is frozen by dana until /db unfreeze prod: incident");
  }

  @Test
  void whatHasBegunRatherEndsThanWaitsForAWindow() {
    by = "olga";
    begun = true;
    windows = NIGHTS;
    soak = Duration.ofHours(24);
    assertThat(asked()).isEqualTo("start");
  }

  @Test
  void whatRunsEnds() {
    state = RolloutState.RUNNING;
    by = "olga";
    freeze = Optional.of(new EnvironmentFreeze("prod", "incident", "dana", NOW, Optional.empty()));
    earlier = List.of("!3");
    assertThat(asked()).isEqualTo("start");
  }

  @Test
  void aRushPassesWindowsFreezesAndSoakButNoHold() {
    by = "dana";
    windows = NIGHTS;
    soak = Duration.ofHours(24);
    freeze = Optional.of(new EnvironmentFreeze("prod", "fair", "olga", NOW, Optional.empty()));
    timing =
        new RolloutTiming(
            Optional.of(NOW.plus(Duration.ofHours(3))),
            Optional.empty(),
            Optional.of(new Word("dana", "shop is down")));
    assertThat(asked()).isEqualTo("start");
    timing =
        new RolloutTiming(Optional.empty(), Optional.of(new Word("olga", "no")), timing.rush());
    assertThat(asked()).isEqualTo("held by olga: no");
  }

  @Test
  void aPlanWaitsForItsTime() {
    by = "olga";
    timing =
        new RolloutTiming(
            Optional.of(NOW.plus(Duration.ofMinutes(90))), Optional.empty(), Optional.empty());
    assertThat(asked()).isEqualTo("planned for 2026-11-23 03:30 UTC (in 1 h 30 min)");
  }

  @Test
  void behindEarlierChangesItQueuesUpAndAPersonIsRefused() {
    mode = DeployMode.ON_MERGE;
    earlier = List.of("!3", "!4");
    assertThat(asked()).isEqualTo("in line: after !3, !4, which is not deployed there yet");
    assertThat(wanted()).startsWith("rejected: Earlier changes").contains("!3, !4");
  }

  private String asked() {
    return words(judge(false));
  }

  private String wanted() {
    return words(judge(true));
  }

  private Optional<Instant> until() {
    return ((MayStart.Wait) judge(false)).until();
  }

  private MayStart judge(boolean wanted) {
    RecordedRollout prod = rollout(2, "orders@prod", state, Optional.empty());
    RecordedRollout before = rollout(1, "orders@test", test, Optional.of(testEnded));
    Stage stage = new Stage("prod", Optional.of("test"), mode, soak, windows, freezes, outside);
    Said said = new Said(timing, freeze, wanted);
    return new Checks("/db")
        .judge(
            new Facts(
                prod,
                "!5",
                List.of(before, prod),
                earlier,
                List.of(stage),
                said,
                begun,
                Optional.empty(),
                NOW));
  }

  private RecordedRollout rollout(
      long id, String target, RolloutState in, Optional<Instant> ended) {
    return new RecordedRollout(
        new RolloutId(id),
        7,
        TargetName.parse(target),
        in,
        "",
        new RecordedRollout.Run(
            by, Optional.empty(), ended, OptionalLong.empty(), OptionalLong.empty()),
        OptionalLong.empty());
  }

  private static String words(MayStart answer) {
    if (answer instanceof MayStart.Rejected rejected) {
      return "rejected: " + rejected.reason().sentence();
    }
    String words = answer.words().map(Object::toString).orElse("start");
    return answer instanceof MayStart.InLine ? "in line: " + words : words;
  }
}
