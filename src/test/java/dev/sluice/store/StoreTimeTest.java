package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StoreTimeTest {

  private final SettableClock machine = new SettableClock();
  private final Instant noon = machine.instant();
  private final StoreTime time = new StoreTime(machine, machine);

  @Test
  void followsTheClockOfTheStoresMachine() {
    time.compare(() -> Optional.of(noon.plusSeconds(90)));
    assertThat(time.now()).isEqualTo(noon.plusSeconds(90));
    machine.advance(Duration.ofSeconds(30));
    time.compare(() -> Optional.of(noon));
    assertThat(time.now()).as("one look a minute").isEqualTo(noon.plusSeconds(120));
    machine.advance(Duration.ofSeconds(31));
    time.compare(() -> Optional.of(noon.plusSeconds(51)));
    assertThat(time.now()).isEqualTo(noon.plusSeconds(51));
  }

  @Test
  void takesASlowAnswerForNoDifference() {
    time.compare(
        () -> {
          machine.advance(Duration.ofSeconds(3));
          return Optional.of(noon.plusSeconds(1));
        });
    assertThat(time.now()).isEqualTo(noon.plusSeconds(3));
  }

  @Test
  void isThisMachinesWhereTheStoreHasNone() {
    time.compare(Optional::empty);
    assertThat(time.now()).isEqualTo(noon);
  }
}
