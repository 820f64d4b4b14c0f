package dev.sluice.e2e;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Sluice's clock, which a test moves on, or sets wrong. */
public final class MovingClock extends Clock {
  private final Clock system = Clock.systemUTC();
  private volatile Duration passed = Duration.ZERO;
  private volatile Duration wrong = Duration.ZERO;

  /** Time passes, everywhere. */
  public synchronized void move(Duration by) {
    passed = passed.plus(by);
  }

  /** From now on it is wrong by so much; zero: it is put right. */
  public void setWrong(Duration by) {
    wrong = by;
  }

  @Override
  public Instant instant() {
    return right().plus(wrong);
  }

  private Instant right() {
    return system.instant().plus(passed);
  }

  /** The clock of everybody else, which is right. */
  public Clock elsewhere() {
    return new Clock() {
      @Override
      public Instant instant() {
        return right();
      }

      @Override
      public ZoneId getZone() {
        return MovingClock.this.getZone();
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return MovingClock.this.withZone(zone);
      }
    };
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("UTC only");
  }
}
