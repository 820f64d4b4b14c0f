package dev.sluice.cli;

import dev.sluice.Workbench;
import dev.sluice.change.TargetName;
import dev.sluice.change.Version;
import dev.sluice.config.BadConfig;
import dev.sluice.config.BotConfig;
import dev.sluice.config.ConfigReader;
import dev.sluice.config.ConfigWatch;
import dev.sluice.flow.drift.ShowDrift;
import dev.sluice.flow.drift.ShowDrift.Shown;
import dev.sluice.flow.known.ImportHistory;
import dev.sluice.flow.known.ImportPlan;
import dev.sluice.flow.known.ImportPlan.Row;
import dev.sluice.flow.known.MakeBaseline;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.StoreUnavailable;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** What the command line does about databases that were there before Sluice. */
final class KnownCalls {
  private static final String TAKEN_OVER =
      "A serving Sluice takes it over within ten minutes, and at once when it starts.";

  private final Path config;
  private final PrintWriter out;

  KnownCalls(Path config, PrintWriter out) {
    this.config = config;
    this.out = out;
  }

  /** What is to be imported, and how. */
  record Import(
      ImportHistory.Tool tool,
      Optional<String> table,
      Optional<Path> file,
      Optional<Path> scripts,
      boolean dryRun) {}

  int baseline(String target, Optional<String> version) {
    TargetName name = target(target);
    Optional<Version> upTo = version.map(KnownCalls::version);
    MakeBaseline baseline = new Workbench(read(), Clock.systemUTC()).baseline();
    MakeBaseline.Made made =
        possible(() -> baseline.make(name, upTo, System.getProperty("user.name", "")));
    out.printf(
        "%s has its baseline: %s, schema %s, server %s.%n",
        name,
        count(made.objects(), "object"),
        made.sha256().substring(0, 12),
        made.serverVersion());
    out.println(
        upTo.map(v -> "Scripts up to version " + v + " count as run.")
            .orElse("No script counts as run; give --version for that."));
    out.println(TAKEN_OVER);
    return ExitCodes.OK;
  }

  int imported(String target, Import what) {
    TargetName name = target(target);
    Optional<String> list = what.file().map(KnownCalls::text);
    return new Workbench(read(), Clock.systemUTC())
        .importing(
            what.scripts(),
            history ->
                possible(
                    () -> {
                      ImportPlan plan = history.plan(name, what.tool(), what.table(), list);
                      return finish(name, history, plan, what.dryRun());
                    }));
  }

  private int finish(TargetName target, ImportHistory history, ImportPlan plan, boolean dryRun) {
    table(plan.rows());
    if (!plan.refusals().isEmpty()) {
      out.println("Nothing is recorded:");
      plan.refusals().forEach(r -> out.println("  " + r));
      return ExitCodes.PROBLEM;
    }
    if (dryRun) {
      out.printf("Would record %s for %s.%n", count(plan.entries().size(), "script"), target);
      return ExitCodes.OK;
    }
    int recorded = history.record(target, plan);
    out.printf("Recorded %s in the history of %s.%n", count(recorded, "script"), target);
    out.println(TAKEN_OVER);
    return ExitCodes.OK;
  }

  private static String count(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private void table(List<Row> rows) {
    List<Function<Row, String>> columns =
        List.of(r -> r.state().words(), Row::place, Row::version, Row::path, Row::note);
    List<Integer> widths =
        columns.stream()
            .map(c -> rows.stream().mapToInt(r -> c.apply(r).length()).max().orElse(0))
            .toList();
    for (Row row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < columns.size(); i++) {
        String cell = columns.get(i).apply(row);
        line.append(cell).append(" ".repeat(widths.get(i) - cell.length() + 2));
      }
      out.println(line.toString().stripTrailing());
    }
  }

  int drift(Optional<String> target) {
    Optional<TargetName> only = target.map(KnownCalls::target);
    BotConfig settings = read();
    try (StoreDatabase store = StoreDatabase.openReadOnly(settings.store(), Clock.systemUTC())) {
      List<Shown> shown = new Workbench(settings, Clock.systemUTC()).drift(store).show(only);
      if (shown.isEmpty()) {
        throw new CommandFailed(target.orElse("no target") + " is not in the configuration");
      }
      shown.forEach(this::print);
      return shown.stream().allMatch(s -> s.state() == ShowDrift.State.AS_EXPECTED)
          ? ExitCodes.OK
          : ExitCodes.PROBLEM;
    } catch (StoreUnavailable e) {
      throw new CommandFailed(e.getMessage() + "", e);
    }
  }

  private void print(Shown shown) {
    String mark =
        switch (shown.state()) {
          case AS_EXPECTED -> "ok";
          case DRIFTED -> "DRIFT";
          case NOT_COMPARED -> "not compared";
        };
    out.println(shown.target() + "  " + mark + ": " + shown.words());
    if (!shown.diff().isEmpty()) {
      out.println(shown.diff().indent(2).stripTrailing());
    }
  }

  private BotConfig read() {
    try {
      ConfigReader reader = ConfigCommand.reader();
      return ConfigWatch.start(config, reader).current();
    } catch (BadConfig e) {
      throw new CommandFailed(e.getMessage() + "");
    }
  }

  private static TargetName target(String text) {
    try {
      return TargetName.parse(text);
    } catch (IllegalArgumentException e) {
      throw new CommandFailed(text + ": " + e.getMessage());
    }
  }

  private static Version version(String text) {
    if (!text.matches("\\d+(\\.\\d+)*")) {
      throw new CommandFailed(
          "--version " + text + ": a version is digits with dots, like 42 or 2026.11");
    }
    return Version.parse(text);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new CommandFailed(file + " cannot be read (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  /** Work that says in an exception of its own why it cannot be done. */
  @FunctionalInterface
  private interface Work<T> {
    T run();
  }

  private static <T> T possible(Work<T> work) {
    try {
      return work.run();
    } catch (IllegalStateException | IllegalArgumentException e) {
      throw new CommandFailed(e.getMessage() + "", e);
    }
  }
}
