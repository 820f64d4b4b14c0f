package dev.sluice.flow.waive;

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
import dev.sluice.store.record.Waivers;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Records that a person accepts a finding, or no longer does. */
public final class WaiveFinding {
  private final StoreDatabase store;
  private final MeantFindings findings;

  public WaiveFinding(StoreDatabase store, MeantFindings findings) {
    this.store = store;
    this.findings = findings;
  }

  /** Where the wish was said, and about what. */
  public record Wish(MergeRequestId id, Person by, long note, Optional<String> about) {}

  /** What became of it, in words for the person. */
  public record Result(boolean done, String words) {}

  /**
   * @param until empty: as long as the statement stays as it is
   */
  public Result waive(Fence fence, Wish wish, String reason, Optional<Instant> until) {
    List<KnownFinding> meant = meant(wish, KnownFinding.State.OPEN);
    if (meant.size() != 1) {
      return which(wish, meant, "open");
    }
    KnownFinding finding = meant.get(0);
    store.update(
        fence,
        tx -> {
          Waivers.save(
              tx,
              wish.id(),
              new Waiver(
                  finding.fingerprint(),
                  new RuleId(finding.rule()),
                  reason,
                  wish.by().username(),
                  tx.now(),
                  until));
          record(tx, wish, finding, "finding.waived", reason);
        });
    return new Result(true, "Waived: " + name(finding) + ".");
  }

  public Result unwaive(Fence fence, Wish wish) {
    List<KnownFinding> meant = meant(wish, KnownFinding.State.WAIVED);
    if (meant.size() != 1) {
      return which(wish, meant, "waived");
    }
    KnownFinding finding = meant.get(0);
    store.update(
        fence,
        tx -> {
          Waivers.withdraw(tx, wish.id(), finding.fingerprint());
          record(tx, wish, finding, "finding.unwaived", "");
        });
    return new Result(true, "No longer waived: " + name(finding) + ".");
  }

  private static void record(
      WriteTx tx, Wish wish, KnownFinding finding, String action, String reason) {
    String actor = "gitlab:" + wish.by().id() + ":" + wish.by().username();
    Ledger.append(
        tx,
        LedgerEntry.of(tx.now(), actor, action, Subject.of(wish.id()))
            .digest(finding.digest())
            .reason(reason)
            .details(Map.of("rule", finding.rule(), "fingerprint", finding.fingerprint())));
  }

  private List<KnownFinding> meant(Wish wish, KnownFinding.State state) {
    return findings.of(wish.id(), wish.note(), wish.about()).stream()
        .filter(f -> f.state() == state)
        .toList();
  }

  private Result which(Wish wish, List<KnownFinding> meant, String state) {
    if (meant.size() > 1) {
      return new Result(false, "Several are meant; name one: " + names(meant) + ".");
    }
    List<KnownFinding> all =
        findings.known(wish.id()).filter(f -> f.state().name().equalsIgnoreCase(state)).toList();
    return new Result(
        false,
        all.isEmpty()
            ? "No finding of this merge request is " + state + "."
            : "Say it in the finding's thread, or name one that is "
                + state
                + ": "
                + names(all)
                + ".");
  }

  private static String names(List<KnownFinding> findings) {
    return findings.stream().limit(20).map(WaiveFinding::name).collect(Collectors.joining("; "));
  }

  private static String name(KnownFinding finding) {
    return finding.fingerprint().substring(0, MeantFindings.BRIEF)
        + " "
        + finding.rule()
        + " at "
        + finding.path()
        + ":"
        + finding.line();
  }
}
