package dev.sluice.probe;

import java.util.Map;
import java.util.Optional;

/**
 * What earlier probes told.
 *
 * @param trial on a copy of the schema; empty when there was none
 */
public record Answers(Map<Probe, Answer> byProbe, Optional<Trial> trial) {
  /** Nobody was asked yet. */
  public static final Answers NONE = new Answers(Map.of());

  /** Without a trial. */
  public Answers(Map<Probe, Answer> byProbe) {
    this(byProbe, Optional.empty());
  }

  public Answers {
    byProbe = Map.copyOf(byProbe);
  }

  public Optional<Answer> to(Probe probe) {
    return Optional.ofNullable(byProbe.get(probe));
  }

  public Answers with(Optional<Trial> nowTrial) {
    return new Answers(byProbe, nowTrial);
  }
}
