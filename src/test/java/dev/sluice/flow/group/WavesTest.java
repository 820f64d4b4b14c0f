package dev.sluice.flow.group;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.TargetName;
import dev.sluice.language.Message;
import dev.sluice.store.record.RolloutState;
import dev.sluice.target.CanarySettings;
import dev.sluice.target.GroupSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Groups are written as one word per target, wave and state: {@code 0D 1R 1w}. D done, S skipped, R
 * running, Q queued, w waits and is willing, x waits for something else, h was held, F failed, U
 * unknown, C cancelled; an f behind it: has failed before.
 */
class WavesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
  private static final Instant ENDED = NOW.minus(Duration.ofMinutes(4));

  private static GroupSettings settings(int parallel, int stopAfter) {
    return new GroupSettings(CanarySettings.NONE, Duration.ZERO, List.of(), parallel, stopAfter);
  }

  private static List<Member> group(String words) {
    List<Member> members = new ArrayList<>();
    for (String word : words.split(" ")) {
      RolloutState state =
          requireNonNull(
              Map.of(
                      'D', RolloutState.DONE,
                      'S', RolloutState.SKIPPED,
                      'R', RolloutState.RUNNING,
                      'Q', RolloutState.READY,
                      'w', RolloutState.WAITING,
                      'x', RolloutState.WAITING,
                      'h', RolloutState.WAITING,
                      'F', RolloutState.FAILED,
                      'U', RolloutState.UNKNOWN,
                      'C', RolloutState.CANCELLED)
                  .get(word.charAt(1)));
      boolean over = "DSFUC".indexOf(word.charAt(1)) >= 0;
      members.add(
          new Member(
              new TargetName("orders", "prod", "t" + members.size()),
              word.charAt(0) - '0',
              state,
              word.charAt(1) == 'h',
              word.charAt(1) == 'w' || word.charAt(1) == 'h',
              word.endsWith("f") || state == RolloutState.FAILED ? 1 : 0,
              over ? Optional.of(ENDED) : Optional.empty()));
    }
    return members;
  }

  /** What each willing one is told, in order. */
  private static List<String> plan(GroupSettings settings, String words) {
    return Waves.plan(group(words), settings, NOW).values().stream().map(WavesTest::say).toList();
  }

  private static String say(Verdict verdict) {
    if (verdict instanceof Verdict.Wait wait) {
      return wait.why().toString();
    }
    if (verdict instanceof Verdict.Soak soak) {
      return "soaks until " + soak.until();
    }
    return verdict instanceof Verdict.Stop stop ? stop.why().toString() : "start";
  }

  @Test
  void soManyStartAtOnce() {
    assertThat(plan(settings(2, 1), "1w 1w 1w"))
        .containsExactly("start", "start", "in turn, 2 at a time");
    assertThat(plan(settings(2, 1), "1D 1R 1w 1w"))
        .containsExactly("start", "in turn, 2 at a time");
    assertThat(plan(settings(2, 1), "1R 1Q 1w")).containsExactly("in turn, 2 at a time");
  }

  @Test
  void whoIsNotWillingTakesNoPlace() {
    assertThat(plan(settings(1, 1), "1x 1w")).containsExactly("start");
  }

  @Test
  void allWaitForTheCanary() {
    assertThat(plan(settings(4, 1), "0w 1w 2w"))
        .containsExactly(
            "start", "after the canary orders@prod/t0", "after the canary orders@prod/t0");
    assertThat(plan(settings(4, 1), "0R 1w")).containsExactly("after the canary orders@prod/t0");
    assertThat(plan(settings(4, 1), "0x 1w")).containsExactly("after the canary orders@prod/t0");
    assertThat(plan(settings(4, 1), "0C 1w")).containsExactly("after the canary orders@prod/t0");
    assertThat(plan(settings(4, 1), "0D 1w")).containsExactly("start");
  }

  @Test
  void aCanaryGivenUpHoldsNobody() {
    assertThat(plan(settings(4, 1), "0S 1w")).containsExactly("start");
  }

  @Test
  void aFailedCanaryStopsEverythingWhateverTheLimit() {
    assertThat(plan(settings(4, 9), "0F 0w 1w"))
        .containsExactly(
            "stopped: the canary orders@prod/t0 failed",
            "stopped: the canary orders@prod/t0 failed");
    assertThat(plan(settings(4, 9), "0U 1w"))
        .containsExactly("stopped: the canary orders@prod/t0 failed");
  }

  @Test
  void theChangeSoaksOnTheCanary() {
    GroupSettings soaking =
        new GroupSettings(CanarySettings.NONE, Duration.ofMinutes(10), List.of(), 4, 1);
    assertThat(plan(soaking, "0D 1w")).containsExactly("soaks until 2026-11-23T10:06:00Z");
    GroupSettings soaked =
        new GroupSettings(CanarySettings.NONE, Duration.ofMinutes(4), List.of(), 4, 1);
    assertThat(plan(soaked, "0D 1w")).containsExactly("start");
  }

  @Test
  void oneWaveAfterTheOther() {
    assertThat(plan(settings(4, 1), "1w 1w 2w 3w"))
        .containsExactly("start", "start", "wave 2, after wave 1", "wave 3, after wave 1");
    assertThat(plan(settings(4, 1), "1D 1R 2w")).containsExactly("wave 2, after wave 1");
    assertThat(plan(settings(4, 1), "1D 1S 2w")).containsExactly("start");
  }

  @Test
  void whoCannotStartHoldsNoLaterWave() {
    assertThat(plan(settings(4, 1), "1x 2w")).containsExactly("start");
    assertThat(plan(settings(4, 1), "1C 2w")).containsExactly("start");
  }

  @Test
  void whoWasHeldIsAskedAgainBehindTheOthersAndHoldsNoWave() {
    assertThat(plan(settings(1, 1), "1h 1w")).containsExactly("start", "in turn, 1 at a time");
    assertThat(plan(settings(4, 1), "1h 2w")).containsExactly("start", "start");
    assertThat(plan(settings(4, 1), "0h 1w"))
        .containsExactly("after the canary orders@prod/t0", "start");
  }

  @Test
  void aWaveThatLostSomeGoesOnBelowTheLimit() {
    assertThat(plan(settings(4, 2), "1F 1D 2w")).containsExactly("start");
  }

  @Test
  void atTheLimitNothingNewStarts() {
    assertThat(plan(settings(4, 1), "1F 1R 1w 2w"))
        .containsExactly("stopped: orders@prod/t0 failed", "stopped: orders@prod/t0 failed");
    assertThat(plan(settings(4, 2), "1F 1U 1w"))
        .containsExactly("stopped after 2 failures: orders@prod/t0, orders@prod/t1");
    assertThat(plan(settings(9, 4), "1F 1F 1F 1F 1F 1w"))
        .containsExactly(
            "stopped after 5 failures: orders@prod/t0, orders@prod/t1, orders@prod/t2, …");
  }

  @Test
  void whatAPersonSkippedOrCancelledDoesNotCount() {
    assertThat(plan(settings(4, 1), "1S 1C 1w")).containsExactly("start");
    assertThat(plan(settings(4, 1), "1Sf 1w")).containsExactly("start");
  }

  @Test
  void aRetryGoesFirstAndTheRestWaitsForItsEnd() {
    assertThat(plan(settings(4, 1), "1D 1wf 1w"))
        .containsExactly("start", "stopped: orders@prod/t1 failed");
    assertThat(plan(settings(4, 1), "1D 1Rf 1w")).containsExactly("stopped: orders@prod/t1 failed");
    assertThat(plan(settings(4, 1), "1D 1Df 1w")).containsExactly("start");
    assertThat(plan(settings(1, 1), "1wf 1wf 1w"))
        .containsExactly(
            "start", "in turn, 1 at a time", say(stop("orders@prod/t0, orders@prod/t1")));
  }

  private static Verdict stop(String names) {
    return new Verdict.Stop(Message.of("stopped after %s failures: %s", 2, names));
  }

  @Test
  void theCanaryIsRetriedLikeAnyOther() {
    assertThat(plan(settings(4, 1), "0wf 1w"))
        .containsExactly("start", "stopped: the canary orders@prod/t0 failed");
  }

  @Test
  void aGroupThatStoppedSaysWhy() {
    assertThat(Waves.stopped(group("1F 1w"), settings(4, 1)))
        .hasValueSatisfying(w -> assertThat(w).hasToString("stopped: orders@prod/t0 failed"));
    assertThat(Waves.stopped(group("1F 1w"), settings(4, 2))).isEmpty();
  }
}
