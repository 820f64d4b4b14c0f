package dev.sluice.setting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EditDistanceTest {
  @ParameterizedTest
  @CsvSource({
    "deploy, deploy, 0",
    "deploy, delpoy, 1",
    "deploy, deplo, 1",
    "deploy, deployy, 1",
    "deploy, deplay, 1",
    "deploy, dpeloy, 1",
    "deploy, depoly, 1",
    "retry, rety, 1",
    "retry, status, 5",
    "'', help, 4"
  })
  void countsTypingSlips(String word, String typed, int slips) {
    assertThat(EditDistance.between(word, typed)).isEqualTo(slips);
    assertThat(EditDistance.between(typed, word)).isEqualTo(slips);
  }
}
