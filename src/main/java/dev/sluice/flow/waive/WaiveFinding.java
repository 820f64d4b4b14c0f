package dev.sluice.flow.waive;

import dev.sluice.flow.Steered;
import dev.sluice.language.Message;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.mergerequest.Person;
import dev.sluice.review.RuleId;
import dev.sluice.review.Waiver;
import dev.sluice.store.Fence;
import dev.sluice.store.Ledger;
import dev.sluice.store.LedgerEntry;
import dev.sluice.store.LedgerEntry.Subject;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.WriteTx;
import dev.sluice.store.record.KnownFinding;
import dev.sluice.store.record.KnownFinding.State;
import dev.sluice.store.record.Waivers;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Records that a person accepts a finding, or no longer does. */
public final class WaiveFinding {
  private final StoreDatabase store;
  private final MeantFindings findings;
  private final WhoForbids forbids;

  public WaiveFinding(StoreDatabase store, MeantFindings findings, WhoForbids forbids) {
    this.store = store;
    this.findings = findings;
    this.forbids = forbids;
  }

  /** Where the wish was said, and about what. */
  public record Wish(MergeRequestId id, Person by, long note, Optional<String> about) {}

  /**
   * @param until empty: as long as the statement stays as it is
   */
  public Steered waive(Fence fence, Wish wish, String reason, Optional<Instant> until) {
    return one(
        wish,
        State.OPEN,
        finding ->
            forbids
                .waiving(wish.id(), finding)
                .map(policy -> Steered.refused(refusal(finding, policy)))
                .orElseGet(() -> waive(fence, wish, finding, reason, until)));
  }

  private Steered waive(
      Fence fence, Wish wish, KnownFinding finding, String reason, Optional<Instant> until) {
    store.update(
        fence,
        tx -> {
          Waivers.save(tx, wish.id(), waiver(tx, wish, finding, reason, until));
          record(tx, wish, finding, "finding.waived", reason);
        });
    return Steered.done(Message.of("Waived: %s.", name(finding)));
  }

  public Steered unwaive(Fence fence, Wish wish) {
    return one(
        wish,
        State.WAIVED,
        finding -> {
          store.update(
              fence,
              tx -> {
                Waivers.withdraw(tx, wish.id(), finding.fingerprint());
                record(tx, wish, finding, "finding.unwaived", "");
              });
          return Steered.done(Message.of("No longer waived: %s.", name(finding)));
        });
  }

  private static Waiver waiver(
      WriteTx tx, Wish wish, KnownFinding finding, String reason, Optional<Instant> until) {
    return new Waiver(
        finding.fingerprint(),
        new RuleId(finding.rule()),
        reason,
        wish.by().username(),
        tx.now(),
        until);
  }

  private static Message refusal(KnownFinding finding, String policy) {
    return Message.of(
        "%s: nobody can waive it; the review policy %s says so (waivable: no). Change the"
            + " statement, or have whoever keeps Sluice's configuration change the policy.",
        finding.rule(), policy);
  }

  private static void record(
      WriteTx tx, Wish wish, KnownFinding finding, String action, String reason) {
    String actor = LedgerEntry.person(wish.by().id(), wish.by().username());
    Ledger.append(
        tx,
        LedgerEntry.of(tx.now(), actor, action, Subject.of(wish.id()))
            .digest(finding.digest())
            .reason(reason)
            .details(Map.of("rule", finding.rule(), "fingerprint", finding.fingerprint())));
  }

  /** Does it to the one finding in this state that is meant; else says which there are. */
  private Steered one(Wish wish, State state, Function<KnownFinding, Steered> act) {
    List<KnownFinding> meant =
        findings.of(wish.id(), wish.note(), wish.about()).stream()
            .filter(f -> f.state() == state)
            .toList();
    return meant.size() == 1 ? act.apply(meant.get(0)) : which(wish, meant, state);
  }

  private Steered which(Wish wish, List<KnownFinding> meant, State state) {
    if (meant.size() > 1) {
      return Steered.refused(Message.of("Several are meant; name one: %s.", names(meant)));
    }
    Message word = Message.text(state.name().toLowerCase(Locale.ROOT));
    List<KnownFinding> all = findings.known(wish.id()).filter(f -> f.state() == state).toList();
    return Steered.refused(
        all.isEmpty()
            ? Message.of("No finding of this merge request is %s.", word)
            : Message.of(
                "Say it in the finding's thread, or name one that is %s: %s.", word, names(all)));
  }

  private static List<Message> names(List<KnownFinding> findings) {
    return findings.stream().limit(20).map(WaiveFinding::name).toList();
  }

  private static Message name(KnownFinding finding) {
    return Message.of(
        "%s %s at %s:%s",
        finding.fingerprint().substring(0, MeantFindings.BRIEF),
        finding.rule(),
        finding.path(),
        finding.line());
  }
}
