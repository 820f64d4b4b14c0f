package dev.sluice.flow.group;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.change.TargetName;
import dev.sluice.target.CanarySettings;
import dev.sluice.target.GroupSettings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LineTest {
  private static final List<TargetName> TEN =
      IntStream.rangeClosed(1, 10)
          .mapToObj(n -> new TargetName("orders", "prod", String.format("t%02d", n)))
          .toList();

  private static String line(CanarySettings canary, Integer... waves) {
    GroupSettings settings = new GroupSettings(canary, Duration.ZERO, List.of(waves), 4, 1);
    Map<TargetName, Integer> line = Line.up(TEN, LineTest::labels, settings);
    StringBuilder text = new StringBuilder();
    TEN.forEach(t -> text.append(line.get(t)));
    return text.toString();
  }

  /** The even ones are gold. */
  private static Map<String, String> labels(TargetName target) {
    return target.shard().matches(".*[02468]")
        ? Map.of("tier", "gold", "region", "eu")
        : Map.of("region", "eu");
  }

  private static CanarySettings canary(int targets, String... labels) {
    return new CanarySettings(
        targets < 0 ? Optional.empty() : Optional.of(targets),
        labels.length == 0 ? Map.of() : Map.of(labels[0], labels[1]));
  }

  @Test
  void withoutSettingsThereIsOneWave() {
    assertThat(line(CanarySettings.NONE)).isEqualTo("1111111111");
  }

  @Test
  void soManyGoFirst() {
    assertThat(line(canary(2))).isEqualTo("0011111111");
  }

  @Test
  void thoseWithTheLabelsGoFirst() {
    assertThat(line(canary(-1, "tier", "gold"))).isEqualTo("1010101010");
    assertThat(line(canary(2, "tier", "gold"))).isEqualTo("1010111111");
  }

  @Test
  void aGroupThatIsToHaveACanaryNeverGoesWithout() {
    assertThat(line(canary(-1, "tier", "silver"))).isEqualTo("0111111111");
  }

  @Test
  void theLastSizeHoldsForAllThatFollow() {
    assertThat(line(canary(1), 2, 3)).isEqualTo("0112223334");
    assertThat(line(CanarySettings.NONE, 4)).isEqualTo("1111222233");
  }

  @Test
  void oneTargetAloneNeedsNoCanary() {
    GroupSettings settings = new GroupSettings(canary(1), Duration.ZERO, List.of(), 4, 1);
    assertThat(Line.up(TEN.subList(0, 1), LineTest::labels, settings))
        .containsExactly(Map.entry(TEN.get(0), 1));
  }
}
