package dev.sluice.store.record;

import static dev.sluice.store.record.Fixtures.FIRST;
import static dev.sluice.store.record.Fixtures.SECOND;
import static dev.sluice.store.record.Fixtures.change;
import static dev.sluice.store.record.Fixtures.script;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.approval.Vote;
import dev.sluice.change.Change;
import dev.sluice.change.ChangeKind;
import dev.sluice.change.Digest;
import dev.sluice.change.Risk;
import dev.sluice.change.RiskAssessment;
import dev.sluice.change.TargetName;
import dev.sluice.mergerequest.CommitStatus;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.Person;
import dev.sluice.review.Blindspot;
import dev.sluice.review.Finding;
import dev.sluice.review.Replacement;
import dev.sluice.review.RuleId;
import dev.sluice.review.Severity;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.SuppressedFinding;
import dev.sluice.review.TargetReview;
import dev.sluice.sql.Place;
import dev.sluice.sql.Position;
import dev.sluice.store.ReadTx;
import dev.sluice.store.SettableClock;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.TestStore;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class MergeRequestRecordTest {

  @Parameter private TestStore on;

  private static final Digest DIGEST = new Digest("d1");
  private static final Instant AT = Instant.parse("2026-11-22T09:00:00Z");

  private final SettableClock clock = new SettableClock();
  private StoreDatabase store;

  @BeforeEach
  void open(@TempDir Path directory) {
    store = StoreDatabase.open(on.fresh(directory), clock);
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void remembersHowFarABranchIsWorkedOff() {
    assertThat(at(tx -> BranchHeads.lastHandled(tx, 7, "main")).isPresent()).isFalse();
    store.update(tx -> BranchHeads.moveTo(tx, 7, "main", "aaa"));
    store.update(tx -> BranchHeads.moveTo(tx, 7, "main", "bbb"));
    assertThat(at(tx -> BranchHeads.lastHandled(tx, 7, "main")).orElseThrow()).isEqualTo("bbb");
    assertThat(at(tx -> BranchHeads.lastHandled(tx, 7, "other")).isPresent()).isFalse();
  }

  @Test
  void cursorsOnlyMoveForward() {
    store.update(
        tx -> {
          MergeRequestCursors.sawUpTo(tx, 7, AT);
          MergeRequestCursors.sawUpTo(tx, 7, AT.minusSeconds(1));
          MergeRequestCursors.sawNote(tx, FIRST, 12);
          MergeRequestCursors.sawNote(tx, FIRST, 11);
        });
    assertThat(at(tx -> MergeRequestCursors.seenUpTo(tx, 7)).orElseThrow()).isEqualTo(AT);
    assertThat(at(tx -> MergeRequestCursors.lastNote(tx, FIRST)).longValue()).isEqualTo(12);
    assertThat(at(tx -> MergeRequestCursors.lastNote(tx, SECOND)).longValue()).isZero();
  }

  @Test
  void remembersMergeRequestsAsTheyWereSeenLast() {
    store.update(tx -> MergeRequestStates.save(tx, seen("old"), Optional.empty()));
    clock.advance(Duration.ofSeconds(1));
    store.update(tx -> MergeRequestStates.save(tx, seen("new"), Optional.of(DIGEST)));
    SeenMergeRequest found = at(tx -> MergeRequestStates.find(tx, FIRST)).orElseThrow();
    assertThat(found.headSha()).isEqualTo("new");
    assertThat(found.digest()).contains(DIGEST);
    assertThat(found.seenAt()).isEqualTo(clock.instant());
    assertThat(at(tx -> MergeRequestStates.recent(tx, 5)).size()).isEqualTo(1);
  }

  @Test
  void knowsWhichStatusGitLabHas() {
    CommitStatus pending =
        new CommitStatus("sluice/review", CommitStatus.State.PENDING, "looking", "https://x");
    CommitStatus passed =
        new CommitStatus("sluice/review", CommitStatus.State.SUCCESS, "fine", "https://x");
    store.update(tx -> SentStatuses.save(tx, 7, "aaa", pending));
    store.update(tx -> SentStatuses.save(tx, 7, "aaa", passed));
    assertThat(at(tx -> SentStatuses.last(tx, 7, "aaa", "sluice/review")).orElseThrow())
        .isEqualTo(passed);
    assertThat(at(tx -> SentStatuses.last(tx, 7, "bbb", "sluice/review")).isPresent()).isFalse();
  }

  @Test
  void findsItsOwnNotesAgain() {
    store.update(tx -> Postings.save(tx, FIRST, Postings.SUMMARY, Posting.of("disc", 5, "hello")));
    Posting posting = at(tx -> Postings.find(tx, FIRST, Postings.SUMMARY)).orElseThrow();
    assertThat(posting.note()).isEqualTo(5);
    assertThat(posting.says("hello")).isTrue();
    assertThat(posting.says("hello!")).isFalse();
    assertThat(at(tx -> Postings.find(tx, FIRST, Postings.replyTo(1))).isPresent()).isFalse();
    store.update(tx -> Postings.forget(tx, FIRST, Postings.SUMMARY));
    assertThat(at(tx -> Postings.find(tx, FIRST, Postings.SUMMARY)).isPresent()).isFalse();
  }

  @Test
  void aCommandRunsOnce() {
    CommandRun run =
        new CommandRun(
            FIRST, 99, 1, 3, "lin", "/db approve", CommandRun.Outcome.DONE, "Approved.", AT);
    assertThat(store.write(tx -> CommandRuns.save(tx, run)).booleanValue()).isTrue();
    assertThat(store.write(tx -> CommandRuns.save(tx, run)).booleanValue()).isFalse();
    assertThat(at(tx -> CommandRuns.of(tx, FIRST, 99)).equals(List.of(run))).isTrue();
    assertThat(at(tx -> CommandRuns.of(tx, FIRST, 98)).isEmpty()).isTrue();
  }

  @Test
  void keepsEveryContentOfAMergeRequest() {
    Change first =
        change(
            FIRST,
            script("V1__a.sql", "create table a (id int);\n", "orders", "billing"),
            script("R__b.sql", "create view b as select 1;", "orders"));
    Change second = change(FIRST, script("V1__a.sql", "create table a2 (id int);", "orders"));
    store.update(tx -> Changes.save(tx, first, "aaa"));
    store.update(tx -> Changes.save(tx, second, "bbb"));
    store.update(tx -> Changes.save(tx, first, "ccc"));
    assertThat(at(tx -> Changes.find(tx, FIRST, first.digest())).orElseThrow()).isEqualTo(first);
    assertThat(at(tx -> Changes.find(tx, FIRST, second.digest())).orElseThrow()).isEqualTo(second);
    assertThat(at(tx -> Changes.find(tx, SECOND, first.digest())).isPresent()).isFalse();
  }

  @Test
  void keepsReviewsWhole() {
    Place place = new Place(0, 6, new Position(1, 1), new Position(1, 7));
    Finding finding =
        new Finding(
            new RuleId("ban-drop-table"),
            Severity.ERROR,
            "V1__a.sql",
            place,
            "drops a",
            "its rows are lost",
            "rename it",
            Optional.of(new Replacement(place, "alter")),
            "f1");
    StatementPlan plan =
        new StatementPlan(
            "V1__a.sql",
            1,
            place,
            "DROP TABLE a",
            "ACCESS EXCLUSIVE",
            "reads and writes",
            OptionalLong.of(12),
            Risk.CRITICAL,
            List.of("data is lost"));
    TargetReview target =
        new TargetReview(
            TargetName.of("orders", "prod"),
            List.of(finding),
            List.of(new SuppressedFinding(finding, "known")),
            List.of(new Blindspot("V1__a.sql", place, "a template")),
            List.of(plan),
            new RiskAssessment(Risk.CRITICAL, List.of("data is lost")),
            Set.of(ChangeKind.values()),
            Severity.ERROR,
            "");
    Review older = new Review(FIRST, "aaa", DIGEST, false, List.of(target), AT);
    Review newer = new Review(FIRST, "bbb", new Digest("d2"), true, List.of(), AT);
    store.update(tx -> Reviews.save(tx, older));
    store.update(tx -> Reviews.save(tx, newer));
    assertThat(at(tx -> Reviews.latest(tx, FIRST)).orElseThrow()).isEqualTo(newer);
    assertThat(at(tx -> Reviews.latest(tx, FIRST, DIGEST)).orElseThrow()).isEqualTo(older);
  }

  @Test
  void followsAFindingThroughItsReviews() {
    KnownFinding open = finding(KnownFinding.State.OPEN, 3);
    KnownFinding fixed = finding(KnownFinding.State.FIXED, 9);
    store.update(tx -> Findings.save(tx, FIRST, open));
    store.update(tx -> Findings.save(tx, SECOND, open));
    store.update(tx -> Findings.save(tx, FIRST, fixed));
    assertThat(at(tx -> Findings.of(tx, FIRST)).equals(List.of(fixed))).isTrue();
    assertThat(at(tx -> Findings.of(tx, SECOND)).equals(List.of(open))).isTrue();
  }

  @Test
  void votesStandUntilTheyAreVoided() {
    Vote yes = vote(Vote.Answer.APPROVE, AT);
    assertThat(cast(yes)).isTrue();
    assertThat(cast(vote(Vote.Answer.APPROVE, AT.plusSeconds(5)))).as("read again").isFalse();
    assertThat(cast(vote(Vote.Answer.REJECT, AT))).isTrue();
    assertThat(cast(yes)).as("changed their mind back").isTrue();
    assertThat(votes(tx -> Votes.standing(tx, FIRST))).hasSize(3).first().isEqualTo(yes);

    long first = at(tx -> Votes.all(tx, FIRST)).get(0).id();
    store.update(tx -> Votes.voidVote(tx, first, "a push changed V1__a.sql"));
    store.update(tx -> Votes.voidVote(tx, first, "another reason"));
    assertThat(votes(tx -> Votes.standing(tx, FIRST))).hasSize(2);
    assertThat(at(tx -> Votes.all(tx, FIRST)).get(0).voided())
        .contains(new RecordedVote.Voided(clock.instant(), "a push changed V1__a.sql"));
  }

  private boolean cast(Vote vote) {
    return store.write(tx -> Votes.cast(tx, FIRST, vote));
  }

  private List<Vote> votes(Function<ReadTx, List<Vote>> work) {
    return store.read(work);
  }

  private <T> T at(Function<ReadTx, T> work) {
    return store.read(work);
  }

  private static Vote vote(Vote.Answer answer, Instant at) {
    return new Vote(3, "lin", answer, DIGEST, Vote.Source.COMMAND, at, "fine");
  }

  private static KnownFinding finding(KnownFinding.State state, int line) {
    return new KnownFinding(
        "f1",
        "ban-drop-table",
        Severity.ERROR,
        "V1__a.sql",
        line,
        "drops a",
        state,
        Optional.of("disc"),
        DIGEST);
  }

  private static MergeRequest seen(String headSha) {
    return new MergeRequest(
        FIRST,
        "shop/db",
        "Add a",
        "https://gitlab.example.com/shop/db/-/merge_requests/1",
        new Person(3, "lin", "Lin", false, true),
        MergeRequest.State.OPEN,
        false,
        Optional.of(7L),
        "add-a",
        "main",
        headSha,
        Optional.empty(),
        List.of(),
        AT,
        Optional.empty());
  }
}
