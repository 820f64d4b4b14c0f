package dev.sluice.deploy.gate;

import dev.sluice.change.GateSettings.Then;
import dev.sluice.target.TargetDatabase;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All gates. */
public final class Gates {
  private static final List<Gate> ALL =
      List.of(
          new OtherTools(),
          new LongTransactions(),
          new ReplicationLag(),
          new FreeConnections(),
          new DiskFree());

  private Gates() {}

  /**
   * What the gates say together.
   *
   * @param refusing why it must not begin
   * @param waiting why it must not begin yet
   * @param warnings what is told and stops nothing
   * @param notChecked of what nobody knows, and why
   */
  public record Answer(
      List<String> refusing, List<String> waiting, List<String> warnings, List<String> notChecked) {
    public Answer {
      refusing = List.copyOf(refusing);
      waiting = List.copyOf(waiting);
      warnings = List.copyOf(warnings);
      notChecked = List.copyOf(notChecked);
    }
  }

  /** Asks every gate; one that fails to look is told as not checked. */
  public static Answer ask(GateCase on, TargetDatabase target) {
    List<String> refusing = new ArrayList<>();
    List<String> waiting = new ArrayList<>();
    List<String> warnings = new ArrayList<>();
    List<String> notChecked = new ArrayList<>();
    for (Gate gate : ALL) {
      Then then = gate.then(on);
      if (then == Then.IGNORE || (on.midway() && !gate.info().midway())) {
        continue;
      }
      Reading reading = read(gate, on, target);
      reading
          .notChecked()
          .ifPresent(why -> notChecked.add(gate.info().subject() + " (" + why + ")"));
      switch (then) {
        case REFUSE -> refusing.addAll(reading.troubles());
        case WAIT -> waiting.addAll(reading.troubles());
        default -> warnings.addAll(reading.troubles());
      }
    }
    return new Answer(refusing, waiting, warnings, notChecked);
  }

  private static Reading read(Gate gate, GateCase on, TargetDatabase target) {
    try {
      return gate.read(on);
    } catch (SQLException e) {
      return new Reading(List.of(), Optional.of(target.explain(e).message()));
    }
  }
}
