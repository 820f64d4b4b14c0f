package dev.sluice.gitlab;

import dev.sluice.mergerequest.DiffRefs;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequest.Landed;
import dev.sluice.mergerequest.MergeRequest.State;
import dev.sluice.mergerequest.MergeRequestId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** GitLab's merge request as ours. */
final class MergeRequestJson {
  private MergeRequestJson() {}

  static MergeRequest read(Payload.MergeRequest read) {
    Optional<DiffRefs> refs = diffRefs(read);
    List<String> labels = read.labels() == null ? List.of() : read.labels();
    return new MergeRequest(
        new MergeRequestId(read.projectId(), read.iid()),
        path(read),
        read.title(),
        read.webUrl(),
        Persons.of(read.author()),
        state(read.state()),
        read.draft(),
        Optional.ofNullable(read.sourceProjectId()),
        read.sourceBranch(),
        read.targetBranch(),
        first(read.sha(), refs.map(DiffRefs::headSha).orElse("")),
        refs,
        labels,
        read.updatedAt(),
        landed(read));
  }

  /** {@code group/project!12} without the number. */
  private static String path(Payload.MergeRequest read) {
    String full = read.references() == null ? null : read.references().full();
    return full == null || full.indexOf('!') < 0
        ? String.valueOf(read.projectId())
        : full.substring(0, full.indexOf('!'));
  }

  private static State state(String state) {
    return switch (state) {
      case "opened" -> State.OPEN;
      case "merged" -> State.MERGED;
      case "locked" -> State.LOCKED;
      default -> State.CLOSED;
    };
  }

  private static Optional<DiffRefs> diffRefs(Payload.MergeRequest read) {
    Payload.DiffRefs refs = read.diffRefs();
    if (refs == null || "preparing".equals(read.detailedMergeStatus())) {
      return Optional.empty();
    }
    String base = refs.baseSha();
    String start = refs.startSha();
    String head = refs.headSha();
    return base == null || start == null || head == null
        ? Optional.empty()
        : Optional.of(new DiffRefs(base, start, head));
  }

  private static Optional<Landed> landed(Payload.MergeRequest read) {
    String sha = first(read.mergeCommitSha(), first(read.squashCommitSha(), first(read.sha(), "")));
    if (!read.state().equals("merged") || sha.isEmpty()) {
      return Optional.empty();
    }
    Payload.User by = read.mergeUser() == null ? read.mergedBy() : read.mergeUser();
    Instant at = read.mergedAt() == null ? read.updatedAt() : read.mergedAt();
    return Optional.of(new Landed(sha, at, Optional.ofNullable(by).map(Persons::of)));
  }

  private static String first(@Nullable String text, String otherwise) {
    return text == null || text.isEmpty() ? otherwise : text;
  }
}
