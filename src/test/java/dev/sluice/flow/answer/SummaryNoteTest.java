package dev.sluice.flow.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.GeneratedDoc;
import dev.sluice.approval.Decision;
import dev.sluice.approval.Demand;
import dev.sluice.approval.Requirement;
import dev.sluice.approval.Vote;
import dev.sluice.change.Approver;
import dev.sluice.change.Change;
import dev.sluice.change.ChangeKind;
import dev.sluice.change.MappedScript;
import dev.sluice.change.Remark;
import dev.sluice.change.Risk;
import dev.sluice.change.RiskAssessment;
import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Sha256;
import dev.sluice.change.TargetName;
import dev.sluice.flow.note.NoteFixtures;
import dev.sluice.flow.note.Notes;
import dev.sluice.flow.note.SummaryView;
import dev.sluice.language.Language;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.MergeRequest;
import dev.sluice.mergerequest.MergeRequest.State;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.Person;
import dev.sluice.review.Blindspot;
import dev.sluice.review.Finding;
import dev.sluice.review.NewRules;
import dev.sluice.review.Review;
import dev.sluice.review.RuleId;
import dev.sluice.review.RulesVersion;
import dev.sluice.review.Severity;
import dev.sluice.review.SluiceVersion;
import dev.sluice.review.StatementPlan;
import dev.sluice.review.TableLock;
import dev.sluice.review.TargetReview;
import dev.sluice.review.TimeRange;
import dev.sluice.review.Timing;
import dev.sluice.sql.Place;
import dev.sluice.sql.Position;
import dev.sluice.store.record.RolloutState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What people read in typical standings; look at the files when you change a wording. */
class SummaryNoteTest {
  private static final String PATH = "orders/V7__add_note.sql";
  private static final Person LIN = new Person(1, "lin", "Lin", false, true);
  private static final Person WEI = new Person(2, "wei", "Wei", false, true);
  private static final TargetName TEST = TargetName.of("orders", "test");
  private static final TargetName PROD = TargetName.of("orders", "prod");
  private static final Change CHANGE = change(List.of());

  @Test
  void findingsAndFilesLeftOut() {
    Remark remark = new Remark("orders/README.md", Remark.Level.INFO, "ignored: no script");
    Finding drop = finding("ban-drop-column", Severity.ERROR, 3, "drops orders.note");
    Finding lock = finding("require-concurrently", Severity.WARNING, 1, "locks orders for writes");
    Blindspot blind = new Blindspot(PATH, place(5), "we do not understand this statement");
    check(
        "findings",
        new Standing(
            mergeRequest(State.OPEN),
            change(List.of(remark)),
            Optional.of(review(Risk.CRITICAL, List.of(drop, lock), List.of(blind))),
            List.of(waiting()),
            List.of(),
            List.of()));
  }

  @Test
  void rulesThatAreNewToThePolicy() {
    NewRules two =
        new NewRules(
            new RulesVersion("careful", new SluiceVersion(1, 2, 0)),
            new SluiceVersion(1, 3, 0),
            List.of(new RuleId("ban-new"), new RuleId("require-newer")));
    Review review = review(Risk.LOW, List.of(), List.of());
    List<TargetReview> targets = review.targets().stream().map(t -> t.with(List.of(two))).toList();
    check(
        "new-rules",
        new Standing(
            mergeRequest(State.OPEN),
            CHANGE,
            Optional.of(Review.of(targets, List.of())),
            List.of(waiting()),
            List.of(),
            List.of()));
  }

  @Test
  void cleanAndWaitingForApproval() {
    check("waiting", open(List.of(waiting())));
  }

  @Test
  void approved() {
    check("approved", open(List.of(decision(Decision.State.APPROVED, List.of(WEI), List.of()))));
  }

  @Test
  void nobodyIsLeftWhoCouldApprove() {
    Decision.Seats seats =
        new Decision.Seats(
            demand(),
            List.of(),
            List.of(),
            Optional.of(Message.verbatim("nobody but the author is in group:dba")));
    check(
        "stuck",
        open(
            List.of(new Decision(requirement(), Decision.State.STUCK, List.of(seats), List.of()))));
  }

  @Test
  void mergedAndWaitingForACommand() {
    check(
        "merged-waiting",
        merged(
            new RolloutStanding(TEST, RolloutState.DONE, Message.text("")),
            new RolloutStanding(
                PROD, RolloutState.WAITING, Message.text("write /db deploy prod"))));
  }

  @Test
  void mergedAndFailed() {
    check(
        "merged-failed",
        merged(
            new RolloutStanding(
                TEST, RolloutState.FAILED, Message.text("ERROR: column \"note\" exists")),
            new RolloutStanding(PROD, RolloutState.WAITING, Message.text("after test"))));
  }

  private static void check(String name, Standing standing) {
    for (Language language : Language.values()) {
      SummaryView view = new ComposeSummary("/db").compose(standing, language);
      String note = new Notes().summary(view, language);
      assertThat(note.lines()).noneMatch(l -> l.startsWith("/"));
      GeneratedDoc.check(NoteFixtures.file("summary-" + name, language), note);
    }
  }

  private static Standing open(List<Decision> decisions) {
    return new Standing(
        mergeRequest(State.OPEN),
        CHANGE,
        Optional.of(review(Risk.MEDIUM, List.of(), List.of())),
        decisions,
        List.of(),
        List.of());
  }

  private static Standing merged(RolloutStanding... rollouts) {
    return new Standing(
        mergeRequest(State.MERGED),
        CHANGE,
        Optional.empty(),
        List.of(),
        List.of(rollouts),
        List.of());
  }

  private static Decision waiting() {
    Vote vote =
        new Vote(
            1, "lin", Vote.Answer.APPROVE, CHANGE.digest(), Vote.Source.GITLAB, Instant.EPOCH, "");
    return decision(
        Decision.State.WAITING,
        List.of(),
        List.of(new Decision.Discounted(vote, Message.verbatim("lin is the author"))));
  }

  private static Decision decision(
      Decision.State state, List<Person> have, List<Decision.Discounted> discounted) {
    List<Person> eligible = have.isEmpty() ? List.of(WEI) : List.of();
    Decision.Seats seats = new Decision.Seats(demand(), have, eligible, Optional.empty());
    return new Decision(requirement(), state, List.of(seats), discounted);
  }

  private static Requirement requirement() {
    return new Requirement(
        "orders", "prod", new RiskAssessment(Risk.MEDIUM, List.of()), List.of(demand()));
  }

  private static Timing timing() {
    TableLock lock = new TableLock("orders", "ACCESS EXCLUSIVE", "reads and writes");
    TimeRange whole = new TimeRange(180_000, 1_200_000);
    Timing.Hold hold = new Timing.Hold(lock, 3, true, Optional.of(whole), false);
    return new Timing(Optional.of(new TimeRange(120_000, 900_000)), false, List.of(hold));
  }

  private static Demand demand() {
    return new Demand(new Approver.Group("dba"), 1);
  }

  private static Review review(Risk risk, List<Finding> findings, List<Blindspot> blindspots) {
    StatementPlan plan =
        new StatementPlan(
                PATH,
                1,
                place(1),
                "ADD COLUMN orders.note",
                "ACCESS EXCLUSIVE",
                "reads and writes",
                OptionalLong.of(1_250_000),
                risk,
                List.of())
            .with(timing());
    RiskAssessment assessment =
        new RiskAssessment(risk, List.of("orders is locked against reads and writes"));
    return Review.of(
        List.of(
            target(TEST, findings, blindspots, plan, assessment),
            target(PROD, findings, blindspots, plan, assessment)),
        List.of());
  }

  private static TargetReview target(
      TargetName name,
      List<Finding> findings,
      List<Blindspot> blindspots,
      StatementPlan plan,
      RiskAssessment risk) {
    return new TargetReview(
        name,
        findings,
        List.of(),
        blindspots,
        List.of(plan),
        risk,
        Set.of(ChangeKind.SCHEMA),
        Severity.ERROR,
        "");
  }

  private static Finding finding(String rule, Severity severity, int line, String message) {
    return new Finding(
        new RuleId(rule),
        severity,
        PATH,
        place(line),
        message,
        "effect",
        "remedy",
        Optional.empty(),
        rule + line);
  }

  private static Place place(int line) {
    return new Place(line * 10, 5, new Position(line, 1), new Position(line, 6));
  }

  private static Change change(List<Remark> remarks) {
    String text = "alter table orders add note text;\n";
    Script script = new Script(PATH, ScriptName.parse(PATH).orElseThrow(), text, Sha256.of(text));
    return new Change(
        new MergeRequestId(7, 42),
        List.of(new MappedScript(script, "orders", List.of("orders"))),
        remarks);
  }

  private static MergeRequest mergeRequest(State state) {
    return new MergeRequest(
        new MergeRequestId(7, 42),
        "shop/database",
        "Add a note",
        "https://gitlab.example.com/shop/database/-/merge_requests/42",
        LIN,
        state,
        false,
        Optional.of(7L),
        "add-note",
        "main",
        "0123456789abcdef",
        Optional.empty(),
        List.of(),
        Instant.EPOCH,
        Optional.empty());
  }
}
