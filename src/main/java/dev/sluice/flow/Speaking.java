package dev.sluice.flow;

import dev.sluice.change.Change;
import dev.sluice.change.Project;
import dev.sluice.language.Language;
import dev.sluice.mergerequest.MergeRequest;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * In which language a merge request is spoken to. One note is about the whole of it, so projects of
 * several languages cannot each have their own: the first one in the configuration decides.
 */
public final class Speaking {
  private final Supplier<Landscape> landscape;
  private final Followed followed;

  public Speaking(Supplier<Landscape> landscape, Followed followed) {
    this.landscape = landscape;
    this.followed = followed;
  }

  /**
   * @param change what is known of its content; without any, the first project of the branch
   *     decides
   */
  public Language to(MergeRequest mr, Optional<Change> change) {
    return change
        .flatMap(c -> landscape.get().language(c.projects()))
        .or(
            () ->
                followed.projects(mr.id().repository(), mr.targetBranch()).stream()
                    .map(Project::language)
                    .findFirst())
        .orElse(Language.EN);
  }

  /** Of what landed. */
  public Language of(Change change) {
    return landscape.get().language(change.projects()).orElse(Language.EN);
  }
}
