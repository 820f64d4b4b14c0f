package dev.sluice.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DigestTest {
  private static final MappedScript ONE = script("orders/V1__a.sql", "create table a", "orders");
  private static final MappedScript TWO =
      script("orders/V2__b.sql", "create table b", "orders", "archive");

  @Test
  void theOrderOfScriptsAndOfDatabasesDoesNotMatter() {
    MappedScript turned = script("orders/V2__b.sql", "create table b", "archive", "orders");
    assertThat(Digest.of(List.of(turned, ONE))).isEqualTo(Digest.of(List.of(ONE, TWO)));
  }

  @Test
  void aSingleByteMakesAnotherDigest() {
    MappedScript edited = script("orders/V1__a.sql", "create table a ", "orders");
    assertThat(Digest.of(List.of(edited, TWO))).isNotEqualTo(Digest.of(List.of(ONE, TWO)));
  }

  @Test
  void aRenamedFileMakesAnotherDigest() {
    MappedScript renamed = script("orders/V3__a.sql", "create table a", "orders");
    assertThat(Digest.of(List.of(renamed))).isNotEqualTo(Digest.of(List.of(ONE)));
  }

  @Test
  void mappingAFileToAnotherDatabaseMakesAnotherDigest() {
    MappedScript moved = script("orders/V1__a.sql", "create table a", "billing");
    MappedScript both = script("orders/V1__a.sql", "create table a", "billing", "orders");
    assertThat(Digest.of(List.of(moved))).isNotEqualTo(Digest.of(List.of(ONE)));
    assertThat(Digest.of(List.of(both))).isNotEqualTo(Digest.of(List.of(ONE)));
  }

  @Test
  void aScriptMoreOrLessMakesAnotherDigest() {
    assertThat(Digest.of(List.of(ONE))).isNotEqualTo(Digest.of(List.of(ONE, TWO)));
    assertThat(Digest.of(List.of())).isNotEqualTo(Digest.of(List.of(ONE)));
  }

  @Test
  void theBusinessLinesNameIsNoContent() {
    MappedScript renamed = new MappedScript(ONE.script(), "shop", ONE.databases());
    assertThat(Digest.of(List.of(renamed))).isEqualTo(Digest.of(List.of(ONE)));
  }

  @Test
  void itIsTheSameForEverForApprovalsAreStoredWithIt() {
    assertThat(Digest.of(List.of(ONE, TWO)).value())
        .isEqualTo(
            Sha256.of(
                "archive\0orders/V2__b.sql\0"
                    + Sha256.of("create table b")
                    + "\norders\0orders/V1__a.sql\0"
                    + Sha256.of("create table a")
                    + "\norders\0orders/V2__b.sql\0"
                    + Sha256.of("create table b")));
  }

  private static MappedScript script(String path, String text, String... databases) {
    ScriptName name = ScriptName.parse(path).orElseThrow();
    return new MappedScript(
        new Script(path, name, text, Sha256.of(text)), "orders", List.of(databases));
  }
}
