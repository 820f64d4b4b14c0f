package dev.sluice.approval;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.approval.ApprovalPolicy.Voice;
import dev.sluice.approval.Decision.State;
import dev.sluice.approval.Vote.Answer;
import dev.sluice.approval.Vote.Source;
import dev.sluice.change.Approver;
import dev.sluice.change.Digest;
import dev.sluice.change.Risk;
import dev.sluice.change.RiskAssessment;
import dev.sluice.mergerequest.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DecideTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
  private static final Digest DIGEST = new Digest("a".repeat(64));
  private static final Digest OLD = new Digest("b".repeat(64));
  private static final Approver DBA = Approver.parse("group:dba");
  private static final Approver OWNERS = Approver.parse("owners");
  private static final Person LIN = person(1, "lin");
  private static final Person DANA = person(2, "dana");
  private static final Person OTTO = person(3, "otto");

  private final List<Vote> votes = new ArrayList<>();
  private final Map<Approver, Candidates> candidates = new HashMap<>();
  private final List<Demand> demands = new ArrayList<>();
  private Set<Long> committers = Set.of();
  private Voice author = Voice.DENY;
  private Voice sole = Voice.DENY;
  private Optional<Duration> expires = Optional.empty();

  @Test
  void nobodyIsNeededWhenNothingIsDemanded() {
    assertThat(decide().state()).isEqualTo(State.APPROVED);
  }

  @Test
  void waitsForOneOfTheGroupAndSaysWho() {
    demand(DBA, 1, DANA, OTTO);
    Decision decision = decide();
    assertThat(decision.state()).isEqualTo(State.WAITING);
    assertThat(decision.seats().get(0).eligible()).containsExactly(DANA, OTTO);
  }

  @Test
  void anApprovalOfTheSameDigestFillsTheSeat() {
    demand(DBA, 1, DANA);
    approve(DANA, DIGEST);
    Decision decision = decide();
    assertThat(decision.state()).isEqualTo(State.APPROVED);
    assertThat(decision.seats().get(0).have()).containsExactly(DANA);
  }

  @Test
  void anApprovalOfOtherBytesDoesNotCountAndIsNamed() {
    demand(DBA, 1, DANA);
    approve(DANA, OLD);
    Decision decision = decide();
    assertThat(decision.state()).isEqualTo(State.WAITING);
    assertThat(decision.discounted())
        .extracting(d -> d.why().toString())
        .containsExactly("the SQL changed after it");
  }

  @Test
  void theAuthorDoesNotCountEvenAsMemberOfTheGroup() {
    demand(DBA, 1, LIN, DANA);
    approve(LIN, DIGEST);
    Decision decision = decide();
    assertThat(decision.state()).isEqualTo(State.WAITING);
    assertThat(decision.discounted().get(0).why().toString()).contains("authors");
  }

  @Test
  void aCommitterDoesNotCount() {
    demand(DBA, 1, DANA, OTTO);
    committers = Set.of(DANA.id());
    approve(DANA, DIGEST);
    assertThat(decide().state()).isEqualTo(State.WAITING);
  }

  @Test
  void anOutsiderDoesNotCount() {
    demand(DBA, 1, DANA);
    approve(OTTO, DIGEST);
    Decision decision = decide();
    assertThat(decision.state()).isEqualTo(State.WAITING);
    assertThat(decision.discounted().get(0).why().toString()).isEqualTo("not among the approvers");
  }

  @Test
  void onePersonFillsOneSeatOnly() {
    demand(DBA, 1, DANA);
    demand(OWNERS, 1, DANA, OTTO);
    approve(DANA, DIGEST);
    assertThat(decide().state()).isEqualTo(State.WAITING);
  }

  @Test
  void peopleAreSeatedSoThatEverySeatIsFilledWhateverTheOrder() {
    demand(OWNERS, 1, DANA, OTTO);
    demand(DBA, 1, DANA);
    approve(DANA, DIGEST);
    approve(OTTO, DIGEST);
    assertThat(decide().state()).isEqualTo(State.APPROVED);
  }

  @Test
  void twoOfAGroupAreTwoDifferentPeople() {
    demand(DBA, 2, DANA, OTTO);
    approve(DANA, DIGEST);
    approve(DANA, DIGEST);
    assertThat(decide().seats().get(0).missing()).isEqualTo(1);
  }

  @Test
  void aRejectionWinsUntilThatPersonApproves() {
    demand(DBA, 1, DANA, OTTO);
    approve(DANA, DIGEST);
    votes.add(vote(OTTO, Answer.REJECT, DIGEST));
    assertThat(decide().state()).isEqualTo(State.REJECTED);
    approve(OTTO, DIGEST);
    assertThat(decide().state()).isEqualTo(State.APPROVED);
  }

  @Test
  void anApprovalExpires() {
    demand(DBA, 1, DANA);
    expires = Optional.of(Duration.ofHours(1));
    votes.add(
        new Vote(2, "dana", Answer.APPROVE, DIGEST, Source.COMMAND, NOW.minusSeconds(3601), ""));
    assertThat(decide().discounted().get(0).why().toString()).isEqualTo("it has expired");
  }

  @Test
  void aGroupThatCannotBeReadIsAProblemAndNeverNobody() {
    demands.add(new Demand(DBA, 1));
    candidates.put(DBA, new Candidates.Unreadable("404"));
    Decision decision = decide();
    assertThat(decision.state()).isEqualTo(State.STUCK);
    assertThat(decision.seats().get(0).problem())
        .hasToString("Optional[group:dba cannot be read: 404]");
  }

  @Test
  void theAuthorAloneIsStuckUnlessThePolicyLetsTheSoleApprover() {
    demand(DBA, 1, LIN);
    approve(LIN, DIGEST);
    assertThat(decide().state()).isEqualTo(State.STUCK);
    sole = Voice.ALLOW;
    assertThat(decide().state()).isEqualTo(State.APPROVED);
  }

  @Test
  void theSoleApproverDoesNotCountWhileSomebodyElseCould() {
    demand(DBA, 1, LIN, DANA);
    sole = Voice.ALLOW;
    approve(LIN, DIGEST);
    assertThat(decide().state()).isEqualTo(State.WAITING);
  }

  @Test
  void blockedPeopleAndBotsAreNotEligible() {
    demand(
        DBA, 1, new Person(7, "gone", "Gone", false, false), new Person(8, "b", "B", true, true));
    assertThat(decide().state()).isEqualTo(State.STUCK);
  }

  private void demand(Approver from, int count, Person... people) {
    demands.add(new Demand(from, count));
    candidates.put(from, new Candidates.Known(List.of(people)));
  }

  private void approve(Person person, Digest digest) {
    votes.add(vote(person, Answer.APPROVE, digest));
  }

  private static Vote vote(Person person, Answer answer, Digest digest) {
    return new Vote(person.id(), person.username(), answer, digest, Source.COMMAND, NOW, "");
  }

  private Decision decide() {
    return Decide.decide(
        new ApprovalPolicy(List.of(), author, Voice.DENY, sole, expires),
        new Requirement("orders", "prod", new RiskAssessment(Risk.HIGH, List.of()), demands),
        new ApprovalCase(DIGEST, LIN, committers, candidates, votes, NOW));
  }

  private static Person person(long id, String username) {
    return new Person(id, username, username, false, true);
  }
}
