package dev.sluice.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReviewChoiceTest {
  @Test
  void aPathSaysMoreThanAnEnvironmentAndTheFirstPathHolds() {
    Map<String, String> paths = new LinkedHashMap<>();
    paths.put("orders/seed/**", "relaxed");
    paths.put("orders/**", "careful");
    ReviewChoice choice = new ReviewChoice("standard", Map.of("prod", "strict"), paths);

    assertThat(choice.in("prod", "orders/seed/V1__a.sql")).isEqualTo("relaxed");
    assertThat(choice.in("prod", "orders/V1__a.sql")).isEqualTo("careful");
    assertThat(choice.in("prod", "billing/V1__a.sql")).isEqualTo("strict");
    assertThat(choice.in("test", "billing/V1__a.sql")).isEqualTo("standard");
  }
}
