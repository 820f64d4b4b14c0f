package dev.sluice.flow.drift;

import dev.sluice.change.Project;
import dev.sluice.change.Sha256;
import dev.sluice.change.TargetName;
import dev.sluice.flow.Followed;
import dev.sluice.flow.Landscape;
import dev.sluice.language.Language;
import dev.sluice.mergerequest.Repositories;
import dev.sluice.store.Fence;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.lanes.Outcome;
import dev.sluice.store.record.Drifts;
import dev.sluice.store.record.RecordedDrift;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at a target in its lane and keeps one GitLab issue about it: opened when it has drifted,
 * brought up to date when the difference is another, closed when it is gone. What did not change is
 * not said again, also where somebody closed the issue.
 */
public final class CheckDrift {
  private static final Logger LOG = LoggerFactory.getLogger(CheckDrift.class);

  private final StoreDatabase store;
  private final Supplier<Landscape> landscape;
  private final LookForDrift look;
  private final Issues issues;
  private final Consumer<DriftNews> news;
  private final DriftWords words;

  /** Where issues are kept. */
  public record Issues(Followed followed, Repositories repositories) {}

  /**
   * @param news told once each
   * @param prefix of our commands, e.g. {@code /db}
   */
  public CheckDrift(
      StoreDatabase store,
      Supplier<Landscape> landscape,
      LookForDrift look,
      Issues issues,
      Consumer<DriftNews> news,
      String prefix) {
    this.store = store;
    this.landscape = landscape;
    this.look = look;
    this.issues = issues;
    this.news = news;
    this.words = new DriftWords(prefix);
  }

  public Outcome run(Fence fence, TargetName target) {
    if (landscape.get().dialectOf(target).isEmpty()) {
      return Outcome.done(); // no longer in the configuration
    }
    Seen seen = look.look(fence, target);
    String told = store.read(tx -> Drifts.find(tx, target)).map(RecordedDrift::told).orElse("");
    if (seen instanceof Seen.Drifted drifted) {
      tell(fence, target, drifted, told);
    } else if (seen instanceof Seen.NotCompared not) {
      LOG.info("{} was not compared with what it should be: {}", target, not.why());
    } else if (!told.isEmpty()) {
      close(fence, target);
    }
    return Outcome.done();
  }

  private void tell(Fence fence, TargetName target, Seen.Drifted drifted, String told) {
    Language language = language(target);
    String body = words.issue(target, drifted.diff(), language);
    String hash = Sha256.of(body);
    if (hash.equals(told)) {
      return;
    }
    Optional<String> issue = Optional.empty();
    for (long repository : issues.followed().repositoriesOf(target.database())) {
      issue =
          Optional.of(
              issues
                  .repositories()
                  .keepIssue(repository, marker(target), words.title(target, language), body));
    }
    store.update(fence, tx -> Drifts.told(tx, target, hash));
    DriftNews.Kind kind = told.isEmpty() ? DriftNews.Kind.APPEARED : DriftNews.Kind.CHANGED;
    String diff = DriftDiff.shown(drifted.diff(), language);
    news.accept(new DriftNews(target, kind, diff, issue.orElse("")));
  }

  private void close(Fence fence, TargetName target) {
    String body = words.gone(target, language(target));
    for (long repository : issues.followed().repositoriesOf(target.database())) {
      issues.repositories().closeIssue(repository, marker(target), body);
    }
    store.update(fence, tx -> Drifts.told(tx, target, ""));
    news.accept(new DriftNews(target, DriftNews.Kind.GONE, "", ""));
  }

  private Language language(TargetName target) {
    return landscape.get().projects().stream()
        .filter(p -> p.scripts().stream().anyMatch(s -> s.databases().contains(target.database())))
        .map(Project::language)
        .findFirst()
        .orElse(Language.EN);
  }

  private static String marker(TargetName target) {
    return "<!-- sluice kind=drift target=" + target + " -->";
  }
}
