package dev.sluice.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.change.Digest;
import dev.sluice.change.TargetName;
import dev.sluice.mergerequest.MergeRequestId;
import dev.sluice.store.Ledger.Filter;
import dev.sluice.store.Ledger.Verification.Broken;
import dev.sluice.store.Ledger.Verification.Ok;
import dev.sluice.store.LedgerEntry.Subject;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class LedgerTest {

  @Parameter private TestStore on;

  private static final TargetName ORDERS = TargetName.of("orders", "prod");

  private StoreDatabase store;

  @BeforeEach
  void open(@TempDir Path directory) {
    store = StoreDatabase.open(on.fresh(directory), new SettableClock());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void anEmptyLedgerIsWhole() {
    assertThat(store.read(Ledger::verify)).isEqualTo(new Ok(0, LedgerChain.START));
  }

  @Test
  void chainsEntriesAndVerifiesThem() {
    append(5);
    Ledger.Head head = store.read(Ledger::head);
    assertThat(head.id()).isEqualTo(5);
    assertThat(store.read(Ledger::verify)).isEqualTo(new Ok(5, head));
    assertThat(find(head.hash())).hasValueSatisfying(entry -> assertThat(entry.id()).isEqualTo(5));
    assertThat(find("0".repeat(64))).isEmpty();
  }

  @Test
  void hashesWhatItsDocumentationSays() {
    append(1);
    assertThat(store.read(Ledger::head).hash())
        .isEqualTo("2bddee19cc709feca88c546ff6cbdb573257bc9e543879b6290563067115d4a0");
  }

  @Test
  void findsEntriesByWhatTheyAreAbout() {
    append(3);
    assertThat(entries(Filter.newest(10).about(new MergeRequestId(7, 2))))
        .singleElement()
        .satisfies(found -> assertThat(found.entry()).isEqualTo(entry(2)));
    assertThat(entries(Filter.newest(2).about(ORDERS)))
        .extracting(Ledger.Recorded::id)
        .containsExactly(3L, 2L);
    assertThat(entries(Filter.newest(9).about(TargetName.of("other", "prod")))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "update ledger set reason = 'none',3",
    "update ledger set actor = 'gitlab:2:eve',3",
    "update ledger set at = at + 1,3",
    "update ledger set merge_request = null,3",
    "update ledger set details = '{}',3",
    "update ledger set hash = 'x',3",
    "delete from ledger,3"
  })
  void tamperingIsFoundAtTheExactEntry(String sql, long id) {
    append(5);
    store.update(
        tx -> {
          unprotect(tx);
          tx.handle().execute(sql + " where id = ?", id);
        });
    assertThat(store.read(Ledger::verify))
        .isInstanceOfSatisfying(Broken.class, broken -> assertThat(broken.id()).isEqualTo(id));
  }

  @Test
  void aMissingEntryIsNamed() {
    append(5);
    store.update(
        tx -> {
          unprotect(tx);
          tx.handle().execute("delete from ledger where id = 3");
        });
    assertThat(store.read(Ledger::verify))
        .isEqualTo(new Broken(3, "the entry is missing; the next one is 4"));
  }

  @Test
  void theDatabaseItselfRefusesChanges() {
    append(1);
    assertThatThrownBy(
            () -> store.update(tx -> tx.handle().execute("update ledger set reason = 'x'")))
        .hasMessageContaining("append-only");
    assertThatThrownBy(() -> store.update(tx -> tx.handle().execute("delete from ledger")))
        .hasMessageContaining("append-only");
  }

  private void unprotect(WriteTx tx) {
    String where = on == TestStore.POSTGRESQL ? " on ledger" : "";
    tx.handle().execute("drop trigger ledger_never_updated" + where);
    tx.handle().execute("drop trigger ledger_never_deleted" + where);
  }

  private List<Ledger.Recorded> entries(Filter filter) {
    return store.read(tx -> Ledger.entries(tx, filter));
  }

  private Optional<Ledger.Recorded> find(String hash) {
    return store.read(tx -> Ledger.find(tx, hash));
  }

  private void append(int count) {
    store.update(
        tx -> {
          for (int i = 1; i <= count; i++) {
            Ledger.append(tx, entry(i));
          }
        });
  }

  private static LedgerEntry entry(int number) {
    return LedgerEntry.of(
            Instant.ofEpochMilli(1000L + number),
            "gitlab:1:lin",
            "vote.approve",
            Subject.of(new MergeRequestId(7, number)).on(ORDERS))
        .digest(new Digest("abc"))
        .reason("looks \"good\"")
        .details(Map.of("n", number));
  }
}
