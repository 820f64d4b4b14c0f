package dev.sluice.probe;

import java.util.Map;
import java.util.Optional;

/** What earlier probes told. */
public record Answers(Map<Probe, Answer> byProbe) {
  /** Nobody was asked yet. */
  public static final Answers NONE = new Answers(Map.of());

  public Answers {
    byProbe = Map.copyOf(byProbe);
  }

  public Optional<Answer> to(Probe probe) {
    return Optional.ofNullable(byProbe.get(probe));
  }
}
