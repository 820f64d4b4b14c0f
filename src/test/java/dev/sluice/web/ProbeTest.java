package dev.sluice.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ProbeTest {
  @Test
  void aCheckThatHangsIsSaidNotToAnswerAndKeepsOneThread() {
    AtomicInteger asked = new AtomicInteger();
    CompletableFuture<Optional<String>> late = new CompletableFuture<>();
    ReadyCheck check =
        new ReadyCheck(
            "gitlab",
            () -> {
              asked.incrementAndGet();
              return late.join();
            });
    Probe probe = new Probe(check, Duration.ofMillis(50));

    assertThat(probe.ask().join()).contains("does not answer");
    assertThat(probe.ask().join()).contains("does not answer");
    assertThat(asked).hasValue(1);

    late.complete(Optional.empty());
    Probe patient = new Probe(check, Duration.ofSeconds(30));
    assertThat(patient.ask().join()).isEmpty();
  }

  @Test
  void aCheckThatThrowsHasFailed() {
    ReadyCheck check =
        new ReadyCheck(
            "store",
            () -> {
              throw new IllegalStateException("password=geheim");
            });
    assertThat(new Probe(check, Duration.ofSeconds(30)).ask().join()).contains("failed");
  }
}
