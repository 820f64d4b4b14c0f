package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

class JsonTest {

  private record Grown(String name, List<String> words, Set<String> kinds, Optional<String> more) {
    Grown {
      words = List.copyOf(words);
      kinds = Set.copyOf(kinds);
    }
  }

  private record Counted(OptionalLong rows) {}

  @Test
  void readsTextFromBeforeARecordGrew() {
    assertThat(Json.read("{\"name\":\"a\",\"gone\":1}", Grown.class))
        .isEqualTo(new Grown("a", List.of(), Set.of(), Optional.empty()));
  }

  @Test
  void readsWhatItWrote() {
    Grown grown = new Grown("a", List.of("b"), Set.of("c"), Optional.of("d"));
    assertThat(Json.read(Json.write(grown), Grown.class)).isEqualTo(grown);
    assertThat(Json.readList(Json.write(List.of(new Counted(OptionalLong.of(3)))), Counted.class))
        .containsExactly(new Counted(OptionalLong.of(3)));
  }

  @Test
  void equalValuesGiveEqualText() {
    assertThat(Json.write(Map.of("b", 1, "a", 2))).isEqualTo("{\"a\":2,\"b\":1}");
  }
}
