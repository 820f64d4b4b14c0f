package dev.sluice.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.model.Edition;
import dev.sluice.demo.model.MergeRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MergeRequestsApiTest {
  private static final String OTHER_SHA = "0123456789012345678901234567890123456789";
  private final Shop shop = new Shop();
  private final Api api = shop.api(shop.omar);
  private final MergeRequest mr = shop.open();
  private final String one = shop.mr(mr);

  @AfterEach
  void stop() {
    shop.close();
  }

  @Test
  void approvingAnOldHeadIsAConflict() {
    var refused = api.post(one + "/approve", "sha", OTHER_SHA);
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.message()).startsWith("SHA does not match HEAD of source branch");
    assertThat(api.post(one + "/approve", "sha", mr.headSha).status()).isEqualTo(201);
  }

  @Test
  void nobodyApprovesTwiceOrAfterTheMerge() {
    assertThat(api.post(one + "/approve").status()).isEqualTo(201);
    assertThat(api.post(one + "/approve").status()).isEqualTo(401);
    var view = api.get(one + "/approvals").json();
    assertThat(view.path("user_has_approved").asBoolean()).isTrue();
    assertThat(view.path("user_can_approve").asBoolean()).isFalse();
    assertThat(api.put(one + "/merge").status()).isEqualTo(200);
    assertThat(shop.api(shop.lin).post(one + "/approve").status()).isEqualTo(401);
  }

  @Test
  void aPushResetsNoApprovalOnFree() {
    api.post(one + "/approve");
    shop.gitlab.as(shop.lin).push(shop.project, "note", Shop.SCRIPT, "drop table orders;\n");
    assertThat(api.get(one + "/approvals").json().path("approved_by")).hasSize(1);
  }

  @Test
  void approvalRulesAreForPremium() {
    assertThat(api.get(one + "/approval_state").status()).isEqualTo(404);
    shop.gitlab.configure(world -> world.edition = Edition.PREMIUM);
    assertThat(api.get(one + "/approval_state").json().path("rules")).hasSize(1);
    assertThat(api.put(one + "/merge").status()).isEqualTo(405);
  }

  @Test
  void mergingAnOldHeadIsAConflict() {
    assertThat(api.put(one + "/merge", "sha", OTHER_SHA).status()).isEqualTo(409);
    assertThat(mr.state).isEqualTo("opened");
  }

  @Test
  void aDraftOrAConflictIsNotMerged() {
    api.put(one, "title", "Draft: Add a note");
    assertThat(api.put(one + "/merge").status()).isEqualTo(405);
    api.put(one, "title", "Add a note");
    shop.gitlab.as(shop.omar).push(shop.project, "main", Shop.SCRIPT, "select 1;\n");
    assertThat(api.get(one).json().path("detailed_merge_status").asText()).isEqualTo("conflict");
    assertThat(api.put(one + "/merge").status()).isEqualTo(405);
  }

  @Test
  void eachMergeMethodLeavesItsOwnCommits() {
    var merged = api.put(one + "/merge").json();
    assertThat(merged.path("merge_commit_sha").isNull()).isFalse();
    assertThat(merged.path("squash_commit_sha").isNull()).isTrue();

    shop.gitlab.as(shop.lin).push(shop.project, "second", "orders/V3__b.sql", "select 3;\n");
    var second = shop.gitlab.as(shop.lin).open(shop.project, "second", "Second");
    var squashed = api.put(shop.mr(second) + "/merge", "squash", "true").json();
    assertThat(squashed.path("squash_commit_sha").isNull()).isFalse();

    shop.gitlab.configure(world -> shop.project.settings.mergeMethod = "ff");
    shop.gitlab.as(shop.lin).push(shop.project, "third", "orders/V4__c.sql", "select 4;\n");
    var third = shop.gitlab.as(shop.lin).open(shop.project, "third", "Third");
    var forwarded = api.put(shop.mr(third) + "/merge").json();
    assertThat(forwarded.path("merge_commit_sha").isNull()).isTrue();
    assertThat(shop.project.repository.branch("main")).hasValue(third.headSha);
  }

  @Test
  void aFastForwardNeedsARebasedBranch() {
    shop.gitlab.configure(world -> shop.project.settings.mergeMethod = "ff");
    shop.gitlab.as(shop.omar).push(shop.project, "main", "README.md", "hello\n");
    assertThat(api.put(one + "/merge").status()).isEqualTo(405);
    var before = mr.latest().orElseThrow().patchId();
    shop.gitlab.as(shop.lin).rebase(mr);
    assertThat(mr.latest().orElseThrow().patchId()).isEqualTo(before);
    assertThat(api.put(one + "/merge").status()).isEqualTo(200);
  }

  @Test
  void theDiffIsNotThereRightAfterTheCreation() {
    shop.gitlab.configure(world -> world.unpreparedReads = 2);
    shop.gitlab.as(shop.lin).push(shop.project, "late", "orders/V9__l.sql", "select 9;\n");
    var late = shop.mr(shop.gitlab.as(shop.lin).open(shop.project, "late", "Late"));
    assertThat(api.get(late).json().path("diff_refs").isNull()).isTrue();
    var second = api.get(late).json();
    assertThat(second.path("detailed_merge_status").asText()).isEqualTo("preparing");
    assertThat(second.path("changes_count").isNull()).isTrue();
    assertThat(api.get(late).json().path("diff_refs").path("head_sha").asText()).hasSize(40);
  }

  @Test
  void aSecondMergeRequestOfTheSameBranchesIsAConflict() {
    var again =
        api.post(
            "/projects/" + shop.project.id + "/merge_requests",
            "source_branch",
            "note",
            "target_branch",
            "main",
            "title",
            "Again");
    assertThat(again.status()).isEqualTo(409);
  }

  @Test
  void listsAreFiltered() {
    var list = "/projects/" + shop.project.id + "/merge_requests";
    assertThat(api.get(list + "?state=opened&target_branch=main").json()).hasSize(1);
    assertThat(api.get(list + "?state=merged").json()).isEmpty();
    assertThat(api.get(list + "?updated_after=2026-03-01T09:59:59Z").json()).hasSize(1);
    assertThat(api.get(list + "?updated_after=2026-03-01T10:00:01.000Z").json()).isEmpty();
  }

  @Test
  void labelsAreAddedAndRemovedAndBecomeLabelsOfTheProject() {
    api.put(one, "add_labels", "sluice::reviewed,db");
    assertThat(api.put(one, "remove_labels", "db").json().path("labels").get(0).asText())
        .isEqualTo("sluice::reviewed");
    assertThat(api.get("/projects/" + shop.project.id + "/labels").json()).hasSize(2);
  }

  @Test
  void diffsTellNewRenamedDeletedBinaryAndLinks() {
    shop.gitlab
        .as(shop.lin)
        .push(
            shop.project,
            "note",
            "Many",
            FileAction.rename("orders/V1__orders.sql", "orders/V7__orders.sql"),
            FileAction.put("dump.bin", new byte[] {1, 0, 2}),
            FileAction.symlink("link.sql", "/etc/passwd"));
    var diffs = api.get(one + "/diffs").json();
    assertThat(diffs.findValuesAsText("new_path"))
        .containsExactly("dump.bin", "link.sql", "orders/V2__note.sql", "orders/V7__orders.sql");
    assertThat(diffs.get(0).path("diff").asText()).startsWith("Binary files");
    assertThat(diffs.get(1).path("b_mode").asText()).isEqualTo("120000");
    assertThat(diffs.get(1).path("diff").asText())
        .isEqualTo("@@ -0,0 +1 @@\n+/etc/passwd\n\\ No newline at end of file\n");
    assertThat(diffs.get(2).path("new_file").asBoolean()).isTrue();
    assertThat(diffs.get(3).path("renamed_file").asBoolean()).isTrue();
    assertThat(diffs.get(3).path("diff").asText()).isEmpty();
  }

  @Test
  void membersAndGroupsAreSeenByThoseWhoMay() {
    var project = "/projects/" + shop.project.id;
    var bot = shop.api(shop.bot);
    assertThat(
            bot.get(project + "/members/all/" + shop.omar.id()).json().path("access_level").asInt())
        .isEqualTo(40);
    assertThat(bot.get(project + "/members/all/99999").status()).isEqualTo(404);
    assertThat(bot.get("/groups/shop").status()).isEqualTo(404);
    shop.gitlab.addMember(shop.group, shop.bot, 10);
    assertThat(bot.get("/groups/shop/members/all").json()).hasSize(3);
    var stranger = shop.api(shop.gitlab.createUser("eve", "Eve"));
    assertThat(stranger.get(project).status()).isEqualTo(404);
  }
}
