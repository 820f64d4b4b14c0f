package dev.sluice.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.demo.act.FileAction;
import dev.sluice.demo.model.Level;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/** Who says yes to what, on a GitLab without paid approvals. */
@TestInstance(Lifecycle.PER_CLASS)
class ApprovalTest {
  private World world;

  @BeforeAll
  void open(@TempDir Path folder) {
    world = new World(folder);
    world.hire("rita", Level.DEVELOPER);
  }

  @AfterEach
  void configureAsBefore() {
    world.configure(Configuration.standard());
  }

  @AfterAll
  void close() {
    world.close();
  }

  private String good() {
    return "create table t%d (id integer primary key);\n".formatted(world.next());
  }

  private static void approved(Scene scene) {
    assertThat(scene.status("sluice/approval")).isEqualTo("success");
    assertThat(scene.labels()).containsExactly("sluice: ready");
  }

  private static void waiting(Scene scene) {
    assertThat(scene.status("sluice/approval")).isEqualTo("pending");
    assertThat(scene.labels()).containsExactly("sluice: approve");
    assertThat(scene.summary()).contains("shop → prod needs 1 × group:dba");
  }

  @Test
  void theSummaryNamesWhoIsNeeded() {
    Scene scene = world.open(good()).settle();
    waiting(scene);
    assertThat(scene.summary()).contains("| shop → prod | 1 × group:dba | – | dana |");
  }

  @Test
  void theButtonInGitLabApproves() {
    Scene scene = world.open(good()).settle().approve("dana");
    approved(scene);
    assertThat(scene.summary()).contains("✅ dana");
  }

  @Test
  void theCommandApproves() {
    Scene scene = world.open(good()).settle();
    scene.comment("dana", "/db approve");
    approved(scene);
    assertThat(scene.lastReply()).contains("Recorded: dana approves digest ");
  }

  @Test
  void aRejectionWithItsReasonClosesTheGateUntilItIsTakenBack() {
    Scene scene = world.open(good()).settle();
    scene.comment("dana", "/db reject");
    assertThat(scene.lastReply()).contains("Say why");
    scene.comment("dana", "/db reject --reason \"no index\"");
    assertThat(scene.status("sluice/approval")).isEqualTo("failed");
    assertThat(scene.statusText("sluice/approval")).isEqualTo("rejected");
    assertThat(scene.summary()).contains("shop → prod was rejected").contains("⛔ rejected");
    scene.comment("dana", "/db approve");
    approved(scene);
  }

  @Test
  void theAuthorIsRefused() {
    world.configure(
        Configuration.standard()
            .with(
                "approval_policies",
                "by_risk: { rules: [ { require: [ { from: \"level:developer\" } ] } ] }"));
    Scene scene = world.open(good()).settle();
    scene.comment("dev", "/db approve");
    assertThat(scene.lastReply())
        .contains("does not count: authors do not approve their own change");
    assertThat(scene.status("sluice/approval")).isEqualTo("pending");
    scene.approve("dev");
    assertThat(scene.status("sluice/approval")).isEqualTo("pending");
    scene.approve("rita");
    approved(scene);
  }

  @Test
  void anOutsiderIsToldWhoMay() {
    Scene scene = world.open(good()).settle();
    scene.comment("rita", "/db approve");
    assertThat(scene.lastReply()).contains("does not count: not among the approvers");
    scene.approve("olga");
    waiting(scene);
    assertThat(scene.summary()).contains("olga's approval does not count: not among the approvers");
    scene.comment("stranger", "/db approve");
    assertThat(scene.lastReply()).contains("stranger, approve is for");
    waiting(scene);
  }

  @Test
  void aPushThatChangesTheSqlVoidsTheApprovalAndSaysSo() {
    Scene scene = world.open(good()).settle().approve("dana");
    approved(scene);
    scene.push(good());
    waiting(scene);
    assertThat(scene.summary())
        .contains("dana's approval does not count: the SQL changed after it")
        .contains("/db approve");
  }

  @Test
  void onFreeWhoApprovedBeforeApprovesAgainWithTheCommand() {
    Scene scene = world.open(good()).settle().approve("dana");
    scene.push(good());
    waiting(scene);
    scene.comment("dana", "/db approve");
    approved(scene);
  }

  @Test
  void revokingAndApprovingAgainWorksAsWell() {
    Scene scene = world.open(good()).settle().approve("dana");
    scene.push(good());
    world.as("dana").unapprove(scene.mr);
    waiting(scene.settle());
    approved(scene.approve("dana"));
  }

  @Test
  void aPushThatLeavesTheSqlAloneKeepsTheApproval() {
    Scene scene = world.open(good()).settle().approve("dana");
    scene.push(FileAction.put("README.md", "# " + world.next() + "\n"));
    approved(scene);
    world.as("olga").push(world.project, "main", "x" + world.next() + ".md", "x\n");
    world.as("dev").rebase(scene.mr);
    approved(scene.settle());
  }

  @Test
  void aRevokedApprovalCountsNoMore() {
    Scene scene = world.open(good()).settle().approve("dana");
    world.as("dana").unapprove(scene.mr);
    waiting(scene.settle());
  }

  @Test
  void anApprovalWhoseHookWasLostIsFound() {
    Scene scene = world.open(good()).settle();
    world.gitlab.deliveries().dropNext(d -> d.is("Merge Request Hook", "approved"));
    world.as("dana").approve(scene.mr);
    waiting(scene.settle());
    world.reconcile();
    approved(scene);
  }

  @Test
  void anApprovalExpires() {
    world.configure(
        Configuration.standard()
            .with(
                "approval_policies",
                "by_risk: { expires: 2h, rules: [ { require: [ { from: \"group:dba\" } ] } ] }"));
    Scene scene = world.open(good()).settle().approve("dana");
    assertThat(scene.status("sluice/approval")).isEqualTo("success");
    world.pass(Duration.ofHours(3));
    scene.comment("dev", "/db review");
    assertThat(scene.status("sluice/approval")).isEqualTo("pending");
    assertThat(scene.summary()).contains("dana's approval does not count: it has expired");
  }

  @Test
  void aGroupThatCannotBeReadIsNamedInTheSummary() {
    world.configure(
        Configuration.standard()
            .with(
                "approval_policies",
                "by_risk: { rules: [ { require: [ { from: \"group:secret\" } ] } ] }"));
    Scene scene = world.open(good()).settle();
    assertThat(scene.summary())
        .contains("group:secret cannot be read")
        .contains("make Sluice's user a Guest of the group");
    assertThat(scene.status("sluice/approval")).isEqualTo("pending");
  }

  @Test
  void whenNobodyMayApproveTheSummarySaysSoAndSoleApproverDecides() {
    String policy = "by_risk: { %s rules: [ { require: [ { from: \"@dev\" } ] } ] }";
    world.configure(Configuration.standard().with("approval_policies", policy.formatted("")));
    Scene scene = world.open(good()).settle();
    scene.comment("dev", "/db approve");
    assertThat(scene.summary()).contains("nobody of @dev may approve this change");
    world.configure(
        Configuration.standard()
            .with("approval_policies", policy.formatted("sole_approver: allow,")));
    scene.comment("dev", "/db approve");
    approved(scene);
  }

  @Test
  void whoIsNoMemberOfABusinessLineNeedsAnOwner() {
    world.configure(
        Configuration.standard().with("projects", Configuration.project("members: [ \"@rita\" ]")));
    Scene scene = world.open(good()).settle();
    assertThat(scene.summary())
        .contains("dev is not among the members of shop; an owner of it has to approve");
    assertThat(scene.status("sluice/review")).isEqualTo("failed");
    scene.approve("olga");
    assertThat(scene.summary()).contains("an owner has approved it");
    assertThat(scene.status("sluice/review")).isEqualTo("success");
  }

  @Test
  void aPolicyThatAsksForNobodyLetsPass() {
    world.configure(Configuration.standard().with("approval_policies", "by_risk: { rules: [] }"));
    approved(world.open(good()).settle());
  }
}
