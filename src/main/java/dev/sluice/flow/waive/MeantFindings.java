package dev.sluice.flow.waive;

import dev.sluice.mergerequest.CodeHost;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.StoreDatabase;
import dev.sluice.store.record.Findings;
import dev.sluice.store.record.KnownFinding;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The findings of a merge request that a comment is about. */
public final class MeantFindings {
  static final int BRIEF = 8;

  private final StoreDatabase store;
  private final CodeHost host;

  public MeantFindings(StoreDatabase store, CodeHost host) {
    this.store = store;
    this.host = host;
  }

  /** By fingerprint (8 characters or more) or rule where one is named, else by the thread. */
  public List<KnownFinding> of(MergeRequestId id, long note, Optional<String> about) {
    if (about.isPresent()) {
      String name = about.get();
      return known(id).filter(f -> f.rule().equals(name) || isFingerprint(name, f)).toList();
    }
    Optional<String> thread =
        host.discussions().discussions(id).stream()
            .filter(d -> d.notes().stream().anyMatch(n -> n.id() == note))
            .map(d -> d.id())
            .findFirst();
    return thread.isEmpty()
        ? List.of()
        : known(id).filter(f -> f.discussion().equals(thread)).toList();
  }

  Stream<KnownFinding> known(MergeRequestId id) {
    return store.read(tx -> Findings.of(tx, id)).stream();
  }

  private static boolean isFingerprint(String about, KnownFinding finding) {
    return about.length() >= BRIEF && finding.fingerprint().startsWith(about);
  }
}
