package dev.sluice.gitlab;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.sluice.mergerequest.NewCommit;
import java.io.IOException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we read of GitLab's JSON, and nothing else. Lenient: unknown fields are skipped,
 * enumerations are texts, whatever may be missing is nullable.
 */
final class Payload {
  private Payload() {}

  record User(
      long id,
      String username,
      String name,
      @Nullable String state,
      @Nullable Boolean bot,
      @Nullable String membershipState,
      @Nullable Integer accessLevel,
      @Nullable String email,
      @Nullable String publicEmail) {}

  record MergeRequest(
      long iid,
      long projectId,
      @Nullable Long sourceProjectId,
      String title,
      String webUrl,
      User author,
      String state,
      boolean draft,
      String sourceBranch,
      String targetBranch,
      @Nullable String sha,
      @Nullable DiffRefs diffRefs,
      @Nullable String detailedMergeStatus,
      @Nullable List<String> labels,
      Instant updatedAt,
      @Nullable String mergeCommitSha,
      @Nullable String squashCommitSha,
      @Nullable Instant mergedAt,
      @Nullable User mergeUser,
      @Nullable User mergedBy,
      @Nullable References references) {}

  record MergeRequestRef(long iid, long projectId) {}

  record CommitRef(String id) {}

  /** What we send. */
  /**
   * @param force lets the branch begin anew
   */
  record WantedCommit(
      String branch,
      @Nullable String startBranch,
      boolean force,
      String commitMessage,
      List<WantedFile> actions) {
    static WantedCommit of(NewCommit commit, boolean force) {
      return new WantedCommit(
          commit.branch(),
          commit.start().orElse(null),
          force,
          commit.message(),
          commit.files().stream()
              .map(f -> new WantedFile(f.exists() ? "update" : "create", f.path(), f.text()))
              .toList());
    }
  }

  record WantedFile(String action, String filePath, String content) {}

  record References(@Nullable String full) {}

  record DiffRefs(@Nullable String baseSha, @Nullable String startSha, @Nullable String headSha) {}

  record Version(
      long id,
      @Nullable String baseCommitSha,
      @Nullable String startCommitSha,
      @Nullable String headCommitSha,
      Instant createdAt,
      @Nullable String state,
      @Nullable String realSize,
      @Nullable String patchIdSha) {}

  record Diff(
      String oldPath,
      String newPath,
      @Nullable String aMode,
      @Nullable String bMode,
      boolean newFile,
      boolean renamedFile,
      boolean deletedFile,
      @Nullable Boolean collapsed,
      @Nullable Boolean tooLarge,
      @Nullable String diff) {}

  record Commit(
      String id,
      @Nullable List<String> parentIds,
      @Nullable String message,
      @Nullable String authorName,
      @Nullable String authorEmail,
      @Nullable String committerEmail,
      Instant committedDate) {}

  record CommitPipeline(@Nullable Pipeline lastPipeline) {}

  record Pipeline(long id, @Nullable String sha) {}

  record Approvals(@Nullable List<Given> approvedBy) {
    record Given(User user, @Nullable Instant approvedAt) {}
  }

  record Discussion(String id, List<Note> notes) {}

  record Note(
      long id,
      @Nullable String type,
      @Nullable String body,
      @Nullable User author,
      boolean system,
      @Nullable Boolean internal,
      @Nullable Boolean confidential,
      boolean resolvable,
      boolean resolved,
      @Nullable User resolvedBy,
      Instant createdAt,
      @Nullable Instant updatedAt) {}

  record Draft(long id, @Nullable String note, @Nullable String discussionId) {}

  record Award(long id, String name, User user) {}

  record Project(
      long id, String pathWithNamespace, String webUrl, @Nullable String defaultBranch) {}

  record TreeEntry(String path, String type) {}

  record Blob(String path, String data, int startline) {}

  record Issue(long iid, String webUrl, @Nullable String description) {}

  record Deployment(
      long id,
      @Nullable String sha,
      @Nullable String ref,
      @Nullable String status,
      @Nullable User user) {}

  static ObjectMapper mapper() {
    return JsonMapper.builder()
        .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
        .addModule(new SimpleModule().addDeserializer(Instant.class, new Instants()))
        .build();
  }

  private static final class Instants extends StdDeserializer<Instant> {
    Instants() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser json, DeserializationContext context) throws IOException {
      return OffsetDateTime.parse(json.getText()).toInstant();
    }
  }
}
