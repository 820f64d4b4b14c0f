package dev.sluice.flow.beside;

import dev.sluice.change.Change;
import dev.sluice.change.MappedScript;
import dev.sluice.change.ScriptMap;
import dev.sluice.flow.Landscape;
import dev.sluice.mergerequest.CodeHits;
import dev.sluice.mergerequest.CodeHits.Hit;
import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.HostUnavailableException;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.Repositories;
import dev.sluice.review.Finding;
import dev.sluice.review.Review;
import dev.sluice.review.ReviewedFinding;
import dev.sluice.review.TargetReview;
import dev.sluice.sql.Dialect;
import dev.sluice.sql.reader.SqlReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Looks for what a change drops or renames in the other files of its repository, as they are on its
 * own branch. Names like {@code status} stand everywhere, so a column counts only in files that
 * name its table, too, in their path or their text. A few questions per review, each asked once per
 * head.
 */
public final class SearchCode {
  static final int MOST_NAMES = 6;
  static final int MOST_HITS = 10;

  /** Shorter names are found in everything. */
  private static final int SHORTEST = 3;

  private static final int REMEMBERED = 500;

  private static final Set<String> RULES =
      Set.of(
          "ban-drop-column",
          "ban-drop-table",
          "ban-drop-object",
          "ban-rename-column",
          "ban-rename-table");

  private final Repositories repositories;
  private final Supplier<Landscape> landscape;
  private final SqlReader reader;
  private final Map<String, CodeHits> known =
      new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, CodeHits> eldest) {
          return size() > REMEMBERED;
        }
      };

  public SearchCode(Repositories repositories, Supplier<Landscape> landscape, SqlReader reader) {
    this.repositories = repositories;
    this.landscape = landscape;
    this.reader = reader;
  }

  /**
   * By the fingerprint of the finding that it belongs to; nothing for a fork, whose branch is in
   * another repository.
   *
   * @param scripts whose folders are left out
   */
  public Map<String, CodeUse> of(MergeRequest mr, Change change, Review review, ScriptMap scripts) {
    if (mr.fromFork() || !wanted(change, review)) {
      return Map.of();
    }
    Map<String, CodeUse> uses = new LinkedHashMap<>();
    for (ReviewedFinding reviewed : review.findings()) {
      dropped(reviewed, change)
          .ifPresent(
              d ->
                  uses.put(
                      reviewed.finding().fingerprint(),
                      uses.size() < MOST_NAMES
                          ? use(d, mr, scripts)
                          : nothing(d, "Not searched for: the change drops too many names.")));
    }
    return uses;
  }

  private boolean wanted(Change change, Review review) {
    return change.scripts().stream()
        .anyMatch(
            s ->
                review.targets().stream()
                    .map(TargetReview::target)
                    .filter(t -> s.databases().contains(t.database()))
                    .anyMatch(
                        t ->
                            landscape
                                .get()
                                .reviewPolicy(s.project(), t.environment(), s.script().path())
                                .looking()
                                .code()));
  }

  private Optional<Dropped> dropped(ReviewedFinding reviewed, Change change) {
    return Stream.concat(Stream.of(reviewed.finding()), reviewed.also().stream())
        .filter(f -> RULES.contains(f.rule().value()))
        .flatMap(f -> dropped(f, change).stream())
        .findFirst();
  }

  /** These rules point at the action that they are about. */
  private Optional<Dropped> dropped(Finding finding, Change change) {
    return change.scripts().stream()
        .filter(s -> s.script().path().equals(finding.path()))
        .flatMap(s -> reader.read(s.script().text(), dialect(s)).statements().stream())
        .flatMap(s -> s.actions().stream())
        .filter(a -> a.place().equals(finding.place()))
        .flatMap(a -> Dropped.by(a).stream())
        .findFirst();
  }

  private Dialect dialect(MappedScript script) {
    return script.databases().stream()
        .flatMap(d -> Optional.ofNullable(landscape.get().databases().get(d)).stream())
        .map(Landscape.Database::dialect)
        .findFirst()
        .orElse(Dialect.POSTGRESQL);
  }

  private CodeUse use(Dropped dropped, MergeRequest mr, ScriptMap scripts) {
    String name = dropped.column().orElse(dropped.table().name());
    if (name.length() < SHORTEST) {
      return nothing(dropped, "Not searched for: the name is too short.");
    }
    try {
      return found(dropped, Identifier.of(name), mr, scripts);
    } catch (HostRefusedException | HostUnavailableException e) {
      return nothing(dropped, "GitLab did not answer the search.");
    }
  }

  private static CodeUse nothing(Dropped dropped, String why) {
    return new CodeUse(dropped.words(), List.of(), Optional.of(why));
  }

  private CodeUse found(Dropped dropped, Identifier name, MergeRequest mr, ScriptMap scripts) {
    boolean complete = true;
    List<Hit> hits = new ArrayList<>();
    for (String form : name.forms()) {
      CodeHits found = search(mr, form);
      complete &= found.complete();
      found.hits().stream().filter(h -> name.standsIn(h.text())).forEach(hits::add);
    }
    hits.removeIf(h -> scripts.watches(h.path()) || scripts.find(h.path()).isPresent());
    if (dropped.column().isPresent() && !hits.isEmpty()) {
      Identifier table = Identifier.of(dropped.table().name());
      CodeHits ofTable = search(mr, table.stem());
      complete &= ofTable.complete();
      Set<String> files = ofTable.hits().stream().map(Hit::path).collect(Collectors.toSet());
      hits.removeIf(h -> !files.contains(h.path()) && !table.stemIn(h.path()));
    }
    return new CodeUse(
        dropped.words(), hits.stream().limit(MOST_HITS).toList(), note(hits, complete));
  }

  private static Optional<String> note(List<Hit> hits, boolean complete) {
    if (!complete) {
      return Optional.of("The search found more than GitLab lists: there may be other places.");
    }
    int more = hits.size() - MOST_HITS;
    return more > 0 ? Optional.of("And " + more + " more.") : Optional.empty();
  }

  private CodeHits search(MergeRequest mr, String text) {
    String key = mr.id().repository() + "\0" + mr.headSha() + "\0" + text;
    synchronized (known) {
      CodeHits remembered = known.get(key);
      if (remembered != null) {
        return remembered;
      }
    }
    CodeHits found = repositories.search(mr.id().repository(), mr.sourceBranch(), text);
    synchronized (known) {
      known.put(key, found);
    }
    return found;
  }
}
