package dev.sluice;

import dev.sluice.config.BotConfig;
import dev.sluice.flow.LiveTargets;
import dev.sluice.flow.drift.ShowDrift;
import dev.sluice.flow.known.BranchScripts;
import dev.sluice.flow.known.FolderScripts;
import dev.sluice.flow.known.ImportHistory;
import dev.sluice.flow.known.MakeBaseline;
import dev.sluice.flow.known.ScriptSource;
import dev.sluice.gitlab.GitLab;
import dev.sluice.store.StoreDatabase;
import dev.sluice.target.CatalogCache;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;

/** The use cases of the command line: the same parts as in Application, without a server. */
public final class Workbench {
  private final BotConfig config;
  private final Clock clock;
  private final Current current;
  private final LiveTargets targets;

  public Workbench(BotConfig config, Clock clock) {
    this.config = config;
    this.clock = clock;
    this.current = new Current(config);
    this.targets = new LiveTargets(current::targets, new CatalogCache(clock));
  }

  /** Something that is done with an import. */
  @FunctionalInterface
  public interface Importing<T> {
    T with(ImportHistory history);
  }

  /**
   * @param checkout of the repository; without one the scripts are read through GitLab
   */
  public <T> T importing(Optional<Path> checkout, Importing<T> work) {
    if (checkout.isPresent()) {
      ScriptSource folder = new FolderScripts(current::landscape, checkout.get());
      return work.with(new ImportHistory(targets, folder));
    }
    try (GitLab gitlab = GitLab.open(config.gitlab())) {
      ScriptSource branch = new BranchScripts(current::landscape, gitlab.host().repositories());
      return work.with(new ImportHistory(targets, branch));
    }
  }

  public MakeBaseline baseline() {
    return new MakeBaseline(targets, clock);
  }

  public ShowDrift drift(StoreDatabase store) {
    return new ShowDrift(store, current::landscape, targets);
  }
}
