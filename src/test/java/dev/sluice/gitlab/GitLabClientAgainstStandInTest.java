package dev.sluice.gitlab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.demo.StandInGitLab;
import dev.sluice.demo.http.Fault;
import dev.sluice.demo.model.Group;
import dev.sluice.demo.model.Level;
import dev.sluice.demo.model.Project;
import dev.sluice.demo.model.User;
import dev.sluice.demo.model.Visibility;
import dev.sluice.mergerequest.Approvals;
import dev.sluice.mergerequest.BranchWalk;
import dev.sluice.mergerequest.CodeHits;
import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.Commit;
import dev.sluice.mergerequest.CommitStatus;
import dev.sluice.mergerequest.DeploymentRecords.Outcome;
import dev.sluice.mergerequest.DiffLine;
import dev.sluice.mergerequest.DiffLines;
import dev.sluice.mergerequest.DiffRefs;
import dev.sluice.mergerequest.Discussion;
import dev.sluice.mergerequest.Discussions;
import dev.sluice.mergerequest.FileChange;
import dev.sluice.mergerequest.GroupMembers;
import dev.sluice.mergerequest.HostRefusedException;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.NewCommit;
import dev.sluice.mergerequest.Note;
import dev.sluice.mergerequest.Person;
import dev.sluice.mergerequest.ThreadPosition;
import dev.sluice.mergerequest.Writing.Proposal;
import dev.sluice.setting.Secret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every method of the ports against the stand-in GitLab, below a relative root. */
class GitLabClientAgainstStandInTest {
  private static final String SCRIPT = "orders/V2__note.sql";
  private StandInGitLab gitlab;
  private User lin;
  private User omar;
  private User bot;
  private Group group;
  private Project project;
  private GitLab client;
  private CodeHost host;

  @BeforeEach
  void start() {
    gitlab = StandInGitLab.start(Clock.systemUTC(), 0, "/gitlab");
    lin = gitlab.createUser("lin", "Lin Chen");
    omar = gitlab.createUser("omar", "Omar Haddad");
    bot = gitlab.createBot("sluice", "Sluice");
    group = gitlab.createGroup("shop", Visibility.PRIVATE);
    project = gitlab.createProject("shop/database");
    gitlab.addMember(group, lin, Level.DEVELOPER);
    gitlab.addMember(group, omar, Level.MAINTAINER);
    gitlab.addMember(project, bot, Level.DEVELOPER);
    gitlab.as(omar).push(project, "main", "orders/V1__orders.sql", "create table o (id int);\n");
    GitLabSettings settings = GitLabOnTheWire.settings(gitlab.url());
    client =
        GitLab.open(
            new GitLabSettings(
                URI.create(gitlab.url()),
                Secret.parse(gitlab.token(bot)),
                settings.webhook(),
                Optional.empty(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(10),
                Duration.ofSeconds(20)),
            GitLabOnTheWire.QUICK);
    host = client.host();
  }

  @AfterEach
  void stop() {
    client.close();
    gitlab.close();
  }

  @Test
  void codeIsFoundWithTheLineOfEachMatch() {
    gitlab
        .as(omar)
        .push(project, "main", "src/a.py", "one\ntwo = O_ID\nthree\nfour\nfive\n# o_id again\n");
    CodeHits found = host.repositories().search(project.id, "main", "o_id");
    assertThat(found.complete()).isTrue();
    assertThat(found.hits())
        .containsExactly(
            new CodeHits.Hit("src/a.py", 2, "two = O_ID"),
            new CodeHits.Hit("src/a.py", 6, "# o_id again"));
    assertThat(host.repositories().search(project.id, "main", "nowhere").hits()).isEmpty();
  }

  @Test
  void ourOwnMergeRequestIsOpenedOnceWithItsFiles() {
    NewCommit commit =
        new NewCommit(
            "sluice/undo",
            Optional.of("main"),
            "Take it back",
            List.of(new NewCommit.File("orders/V3__undo_of_2.sql", "drop table o;\n", false)));
    Proposal proposal = new Proposal("main", "Take it back", "What ran.");
    MergeRequestId id = host.writing().propose(project.id, commit, proposal);
    assertThat(host.writing().propose(project.id, commit, proposal)).isEqualTo(id);
    MergeRequest opened = host.mergeRequests().find(id).orElseThrow();
    assertThat(opened.author().username()).isEqualTo("sluice");
    assertThat(opened.sourceBranch()).isEqualTo("sluice/undo");
    assertThat(host.mergeRequests().changes(id).orElseThrow().files())
        .extracting(FileChange::newPath)
        .containsExactly("orders/V3__undo_of_2.sql");
    gitlab.as(omar).close(Objects.requireNonNull(project.mergeRequests.get(id.iid())));
    assertThat(host.writing().propose(project.id, commit, proposal))
        .as("the branch of the closed one begins anew")
        .isNotEqualTo(id);
  }

  @Test
  void aMergeRequestIsReadWithAllThatItBrings() {
    Instant before = Instant.now(Clock.systemUTC()).minusSeconds(60);
    MergeRequestId id = open();
    MergeRequest read = host.mergeRequests().find(id).orElseThrow();
    assertThat(read.repositoryPath()).isEqualTo("shop/database");
    assertThat(read.author().id()).isEqualTo(lin.id());
    assertThat(read.state()).isEqualTo(MergeRequest.State.OPEN);
    assertThat(read.fromFork()).isFalse();
    assertThat(read.diffRefs().orElseThrow().headSha()).isEqualTo(read.headSha());
    assertThat(host.mergeRequests().updatedSince(project.id, before))
        .extracting(MergeRequest::id)
        .containsExactly(id);
    assertThat(host.mergeRequests().versions(id)).hasSize(1);
    assertThat(host.mergeRequests().commits(id))
        .extracting(Commit::sha)
        .containsExactly(read.headSha());
    assertThat(host.mergeRequests().changes(id).orElseThrow().complete()).isTrue();
    assertThat(host.mergeRequests().changes(id).orElseThrow().files())
        .singleElement()
        .satisfies(file -> assertThat(file.kind()).isEqualTo(FileChange.Kind.ADDED))
        .satisfies(file -> assertThat(file.newPath()).isEqualTo(SCRIPT));
    assertThat(host.mergeRequests().find(new MergeRequestId(project.id, 99))).isEmpty();
  }

  @Test
  void labelsOfOthersStay() {
    MergeRequestId id = open();
    host.mergeRequests().changeLabels(id, Set.of("db::pending", "urgent"), Set.of());
    host.mergeRequests().changeLabels(id, Set.of("db::approved"), Set.of("db::pending"));
    assertThat(host.mergeRequests().find(id).orElseThrow().labels())
        .containsExactlyInAnyOrder("urgent", "db::approved");
  }

  @Test
  void approvalsAreReadWithTheirTime() {
    MergeRequestId id = open();
    gitlab.as(omar).approve(live(id));
    assertThat(host.mergeRequests().approvals(id).given())
        .singleElement()
        .satisfies(given -> assertThat(given.by().id()).isEqualTo(omar.id()))
        .extracting(Approvals.Given::at)
        .satisfies(at -> assertThat(at).isPresent());
  }

  @Test
  void aMergedOneSaysWhatTheBranchBecame() {
    MergeRequestId id = open();
    gitlab.as(omar).merge(live(id));
    MergeRequest.Landed landed = host.mergeRequests().find(id).orElseThrow().landed().orElseThrow();
    assertThat(landed.by().map(Person::id)).contains(omar.id());
    assertThat(host.repositories().head(project.id, "main")).contains(landed.sha());
    assertThat(host.repositories().mergeRequestsOf(project.id, landed.sha())).containsExactly(id);
    assertThat(host.repositories().changes(project.id, landed.sha()).files())
        .extracting(FileChange::newPath)
        .containsExactly(SCRIPT);
  }

  @Test
  void commentsAreWrittenReadAnsweredEditedAndMarked() {
    MergeRequestId id = open();
    Discussions talk = host.discussions();
    long summary = talk.comment(id, "Summary", false);
    long asked = gitlab.as(lin).comment(live(id), "/db status").orElseThrow().id;
    Note question = talk.note(id, asked).orElseThrow();
    assertThat(question.author().id()).isEqualTo(lin.id());
    long answer = talk.reply(id, question.discussion(), "All is well");
    assertThat(talk.notesAfter(id, summary))
        .extracting(Note::id)
        .contains(asked, answer)
        .doesNotContain(summary);
    assertThat(talk.notesAfter(id, answer)).isEmpty();
    assertThat(talk.edit(id, summary, "Summary 2")).isTrue();
    assertThat(talk.note(id, summary).orElseThrow().body()).isEqualTo("Summary 2");
    talk.react(id, asked, "eyes");
    talk.react(id, asked, "eyes");
    talk.unreact(id, asked, "eyes");
    talk.unreact(id, asked, "eyes");
    assertThat(talk.edit(id, 999_999, "gone")).isFalse();
    assertThat(talk.resolve(id, "0".repeat(40), true)).isFalse();
    assertThat(talk.note(id, 999_999)).isEmpty();
  }

  @Test
  void anInternalNoteStaysInternal() {
    MergeRequestId id = open();
    long note = host.discussions().comment(id, "for members", true);
    assertThat(host.discussions().note(id, note).orElseThrow().internal()).isTrue();
  }

  @Test
  void theSameWordsMayBeSaidAgain() {
    MergeRequestId id = open();
    Discussions talk = host.discussions();
    long first = talk.comment(id, "Deployed", false);
    assertThat(talk.comment(id, "Deployed", false)).isNotEqualTo(first);
  }

  @Test
  void aLostAnswerDoesNotDoubleANote() {
    MergeRequestId id = open();
    gitlab.faults().next(1, "POST", "/notes$", Fault.close().afterwards());
    long note = host.discussions().comment(id, "once", false);
    assertThat(host.discussions().note(id, note).orElseThrow().body()).isEqualTo("once");
    assertThat(host.discussions().discussions(id))
        .flatExtracting(Discussion::notes)
        .extracting(Note::body)
        .containsOnlyOnce("once");
    gitlab.faults().next(1, "POST", "/discussions/.*/notes$", Fault.badGateway().afterwards());
    host.discussions().reply(id, host.discussions().note(id, note).orElseThrow().discussion(), "r");
    assertThat(host.discussions().discussions(id))
        .flatExtracting(Discussion::notes)
        .extracting(Note::body)
        .containsOnlyOnce("r");
  }

  @Test
  void onlyQuickActionsLeaveNoNoteAndThatIsSaid() {
    MergeRequestId id = open();
    assertThatThrownBy(() -> host.discussions().comment(id, "/unapprove", false))
        .isInstanceOf(HostRefusedException.class);
  }

  @Test
  void aReviewIsPreparedHiddenAndPublishedTogether() {
    MergeRequestId id = open();
    FileChange file = host.mergeRequests().changes(id).orElseThrow().files().get(0);
    DiffRefs refs = host.mergeRequests().find(id).orElseThrow().diffRefs().orElseThrow();
    DiffLines lines = DiffLines.of(file.hunks().orElseThrow());
    Discussions talk = host.discussions();
    assertThat(talk.draft(id, "left behind", new ThreadPosition.File(refs, SCRIPT, SCRIPT)))
        .isTrue();
    talk.discardDrafts(id);
    ThreadPosition two = lines.position(refs, file, 1, 2).orElseThrow();
    gitlab.faults().next(1, "POST", "/draft_notes$", Fault.close().afterwards());
    assertThat(talk.draft(id, "on two lines", two)).isTrue();
    assertThat(talk.draft(id, "on the file", new ThreadPosition.File(refs, SCRIPT, SCRIPT)))
        .isTrue();
    DiffLine nowhere = new DiffLine(90, 99, false);
    assertThat(
            talk.draft(
                id, "nowhere", new ThreadPosition.Line(refs, SCRIPT, SCRIPT, nowhere, nowhere)))
        .isFalse();
    assertThat(threads(id)).isEmpty();
    gitlab.faults().next(1, "POST", "/bulk_publish$", Fault.badGateway().afterwards());
    talk.publishDrafts(id);
    assertThat(threads(id))
        .extracting(thread -> thread.notes().get(0).body())
        .containsExactlyInAnyOrder("on two lines", "on the file");
  }

  @Test
  void threadsAreResolvedAndReopenedWithAWord() {
    MergeRequestId id = open();
    DiffRefs refs = host.mergeRequests().find(id).orElseThrow().diffRefs().orElseThrow();
    Discussions talk = host.discussions();
    talk.draft(id, "finding", new ThreadPosition.File(refs, SCRIPT, SCRIPT));
    talk.publishDrafts(id);
    String thread = threads(id).get(0).id();
    talk.draftReply(id, thread, "fixed", true);
    talk.publishDrafts(id);
    assertThat(threads(id).get(0).resolved()).isTrue();
    talk.draftReply(id, thread, "back again", false);
    talk.publishDrafts(id);
    assertThat(threads(id).get(0).resolved()).isFalse();
    assertThat(talk.resolve(id, thread, true)).isTrue();
    assertThat(threads(id).get(0).resolved()).isTrue();
  }

  @Test
  void statusesAreSetRepeatedAndEnded() {
    MergeRequestId id = open();
    String sha = host.mergeRequests().find(id).orElseThrow().headSha();
    for (CommitStatus.State state :
        List.of(
            CommitStatus.State.PENDING,
            CommitStatus.State.PENDING,
            CommitStatus.State.RUNNING,
            CommitStatus.State.PENDING,
            CommitStatus.State.SUCCESS,
            CommitStatus.State.SUCCESS,
            CommitStatus.State.FAILED)) {
      host.statuses().set(host.statuses().place(project.id, sha, "note"), status(state));
    }
    assertThat(gitlab.read(() -> project.pipelines.size())).isEqualTo(1);
    assertThat(gitlab.read(() -> project.pipelines.get(0).latest()))
        .singleElement()
        .satisfies(job -> assertThat(job.status).isEqualTo("failed"))
        .satisfies(job -> assertThat(job.description).hasSize(255));
  }

  private static CommitStatus status(CommitStatus.State state) {
    return new CommitStatus(
        "sluice/review", state, "x".repeat(300), "https://s/" + "y".repeat(300));
  }

  @Test
  void repositoriesAreReadAtFixedCommits() {
    String head = host.repositories().head(project.id, "main").orElseThrow();
    gitlab.rename(project, "shop/db");
    assertThat(host.repositories().find("shop/db").orElseThrow().id()).isEqualTo(project.id);
    assertThat(host.repositories().find(String.valueOf(project.id)).orElseThrow().path())
        .isEqualTo("shop/db");
    assertThat(host.repositories().find("shop/nothing")).isEmpty();
    assertThat(host.repositories().files(project.id, head, "orders"))
        .containsExactly("orders/V1__orders.sql");
    assertThat(host.repositories().files(project.id, head, "none")).isEmpty();
    assertThat(host.repositories().file(project.id, head, "orders/V1__orders.sql"))
        .hasValueSatisfying(
            bytes ->
                assertThat(new String(bytes, StandardCharsets.UTF_8)).startsWith("create table o"));
    assertThat(host.repositories().file(project.id, head, "none.sql")).isEmpty();
    assertThat(host.repositories().head(project.id, "none")).isEmpty();
  }

  @Test
  void aBranchIsWalkedAlongFirstParents() {
    String from = host.repositories().head(project.id, "main").orElseThrow();
    MergeRequestId id = open();
    String side = host.mergeRequests().find(id).orElseThrow().headSha();
    gitlab.as(omar).merge(live(id));
    gitlab.as(omar).push(project, "main", "README.md", "hello\n");
    String to = host.repositories().head(project.id, "main").orElseThrow();
    BranchWalk walk = host.repositories().walk(project.id, from, to);
    assertThat(walk).isInstanceOf(BranchWalk.Commits.class);
    List<Commit> commits = ((BranchWalk.Commits) walk).commits();
    assertThat(commits).hasSize(2).extracting(Commit::sha).endsWith(to).doesNotContain(side);
    assertThat(host.repositories().walk(project.id, to, to))
        .isEqualTo(new BranchWalk.Commits(List.of()));
    assertThat(host.repositories().walk(project.id, side, to))
        .isInstanceOf(BranchWalk.Rewritten.class);
    assertThat(host.repositories().walk(project.id, to, from))
        .isInstanceOf(BranchWalk.Rewritten.class);
    assertThat(host.repositories().walk(project.id, "0".repeat(40), to))
        .isInstanceOf(BranchWalk.Rewritten.class);
  }

  @Test
  void anIssueIsOpenedOnce() {
    gitlab.faults().next(1, "POST", "/issues$", Fault.close().afterwards());
    String first = host.repositories().openIssue(project.id, "<!-- m1 -->", "Direct push", "Look");
    assertThat(host.repositories().openIssue(project.id, "<!-- m1 -->", "Direct push", "Look"))
        .isEqualTo(first);
    assertThat(host.repositories().openIssue(project.id, "<!-- m2 -->", "Direct push", "Look"))
        .isNotEqualTo(first);
  }

  @Test
  void anIssueIsKeptUpToDateAndClosedInPlace() {
    String marker = "<!-- drift -->";
    String first = host.repositories().keepIssue(project.id, marker, "Drift", "one");
    assertThat(host.repositories().keepIssue(project.id, marker, "Drift", "two")).isEqualTo(first);
    host.repositories().closeIssue(project.id, marker, "gone");
    host.repositories().closeIssue(project.id, marker, "gone again");
    assertThat(host.repositories().keepIssue(project.id, marker, "Drift", "three"))
        .as("a closed one stays closed")
        .isNotEqualTo(first);
    assertThat(
            gitlab.read(
                () -> project.issues.values().stream().map(i -> i.state + " " + i.description)))
        .containsExactly("closed gone\n\n" + marker, "opened three\n\n" + marker);
  }

  @Test
  void peopleAreKnownByTheirNumbers() {
    assertThat(host.people().me()).isEqualTo(new Person(bot.id(), "sluice", "Sluice", true, true));
    assertThat(host.people().user(bot.id()))
        .hasValueSatisfying(it -> assertThat(it.bot()).isTrue());
    assertThat(host.people().user(999_999)).isEmpty();
    assertThat(host.people().userNamed("LIN").map(Person::id)).contains(lin.id());
    assertThat(host.people().userNamed("nobody")).isEmpty();
    assertThat(host.people().userWithEmail("nobody@example.com")).isEmpty();
    assertThat(host.people().accessLevel(project.id, omar.id())).hasValue(40);
    assertThat(host.people().accessLevel(project.id, 999_999)).isEmpty();
    assertThat(host.people().membersWithLevel(project.id, 40))
        .extracting(Person::id)
        .containsExactly(omar.id());
  }

  @Test
  void whoIsBlockedIsNotActiveAndMayDoNothing() {
    gitlab.configure(world -> world.users.put(omar.id(), omar.withState("blocked")));
    assertThat(host.people().user(omar.id()).orElseThrow().active()).isFalse();
    assertThat(host.people().accessLevel(project.id, omar.id())).isEmpty();
    assertThat(host.people().membersWithLevel(project.id, 40))
        .singleElement()
        .satisfies(it -> assertThat(it.active()).isFalse());
  }

  @Test
  void aGroupThatWeMayNotSeeIsAProblemNotANo() {
    assertThat(host.people().group("shop")).isInstanceOf(GroupMembers.Unreadable.class);
    gitlab.addMember(group, bot, Level.GUEST);
    assertThat(host.people().group("shop"))
        .isInstanceOfSatisfying(
            GroupMembers.Known.class,
            known -> assertThat(known.people()).extracting(Person::id).contains(lin.id()));
  }

  @Test
  void deploymentsAreRecordedOnceAndEndedOnce() {
    String sha = host.repositories().head(project.id, "main").orElseThrow();
    gitlab.faults().next(1, "POST", "/deployments$", Fault.close().afterwards());
    long first = host.deployments().start(project.id, "test", "main", sha);
    assertThat(host.deployments().start(project.id, "test", "main", sha)).isEqualTo(first);
    host.deployments().finish(project.id, first, Outcome.SUCCESS);
    host.deployments().finish(project.id, first, Outcome.SUCCESS);
    assertThat(host.deployments().start(project.id, "test", "main", sha)).isNotEqualTo(first);
    assertThat(gitlab.read(() -> project.deployments.size())).isEqualTo(2);
  }

  private MergeRequestId open() {
    gitlab.as(lin).push(project, "note", SCRIPT, "alter table o\n  add column note text;\n");
    return new MergeRequestId(project.id, gitlab.as(lin).open(project, "note", "Add a note").iid);
  }

  private dev.sluice.demo.model.MergeRequest live(MergeRequestId id) {
    return gitlab.read(() -> project.mergeRequests.get(id.iid()));
  }

  private List<Discussion> threads(MergeRequestId id) {
    return host.discussions().discussions(id).stream().filter(Discussion::resolvable).toList();
  }
}
