package dev.sluice.flow.drift;

import dev.sluice.catalog.Snapshot;
import dev.sluice.change.DriftSettings;
import dev.sluice.change.Environment;
import dev.sluice.change.TargetName;
import dev.sluice.flow.Landscape;
import dev.sluice.flow.LiveTargets;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Baselines;
import dev.sluice.store.record.Expected;
import dev.sluice.target.Looked;
import dev.sluice.target.TargetDatabase;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Compares targets with what they should look like, for somebody at the command line. */
public final class ShowDrift {
  private final StoreDatabase store;
  private final Supplier<Landscape> landscape;
  private final LiveTargets targets;

  /**
   * @param store is only read
   */
  public ShowDrift(StoreDatabase store, Supplier<Landscape> landscape, LiveTargets targets) {
    this.store = store;
    this.landscape = landscape;
    this.targets = targets;
  }

  /**
   * What there is to say of one target.
   *
   * @param diff empty when it is as it should be, or cannot be compared
   */
  public record Shown(TargetName target, State state, String words, String diff) {}

  /** What came of it. */
  public enum State {
    AS_EXPECTED,
    DRIFTED,
    NOT_COMPARED
  }

  /** Of one target, or of all. */
  public List<Shown> show(Optional<TargetName> only) {
    return landscape.get().databases().values().stream()
        .flatMap(d -> d.targets().stream())
        .filter(t -> only.map(t::equals).orElse(true))
        .sorted()
        .map(this::show)
        .toList();
  }

  private Shown show(TargetName target) {
    Optional<TargetDatabase> database = targets.find(target);
    Optional<Message> ourselves = store.read(tx -> HalfWay.of(tx, target));
    if (database.isEmpty() || ourselves.isPresent()) {
      String why = ourselves.map(Message::toString).orElse("Sluice cannot talk to it yet");
      return new Shown(target, State.NOT_COMPARED, why, "");
    }
    Looked<Snapshot> looked = database.get().lookAtSchema();
    return looked instanceof Looked.Unreachable<Snapshot> unreachable
        ? new Shown(target, State.NOT_COMPARED, unreachable.why(), "")
        : compare(target, ((Looked.Seen<Snapshot>) looked).result());
  }

  private Shown compare(TargetName target, Snapshot now) {
    Optional<Expected> expected = store.read(tx -> Baselines.expected(tx, target));
    DriftSettings settings =
        landscape
            .get()
            .environment(target.environment())
            .map(Environment::drift)
            .orElse(DriftSettings.DEFAULT);
    Comparison comparison = Comparison.of(expected, now, settings.ignore());
    if (comparison instanceof Comparison.Drifted drifted) {
      String since =
          "otherwise than Sluice left it on "
              + drifted.expected().at().truncatedTo(ChronoUnit.SECONDS);
      return new Shown(target, State.DRIFTED, since, DriftDiff.shown(drifted.diff(), Language.EN));
    }
    return comparison instanceof Comparison.TakeAsIs as
        ? new Shown(target, State.NOT_COMPARED, as.why().toString(), "")
        : new Shown(target, State.AS_EXPECTED, "as Sluice left it", "");
  }
}
