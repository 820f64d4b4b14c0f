package dev.sluice.flow.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionChecksTest {
  private final ChangeReading mr = new ChangeReading();

  @Test
  void oneVersionTwiceInAMergeRequestIsAnError() {
    mr.adds("orders/V1__a.sql").adds("orders/V1.0__b.sql").adds("orders/x/001_c.sql");
    assertThat(mr.remarks())
        .containsExactly(
            "ERROR orders/V1__a.sql version 1 of orders is taken by orders/V1.0__b.sql",
            "ERROR orders/x/001_c.sql version 1 of orders is taken by orders/V1.0__b.sql");
  }

  @Test
  void aVersionOnTheTargetBranchIsTaken() {
    mr.adds("orders/V1__a.sql").onBranch("orders/V1__other.sql");
    assertThat(mr.remarks())
        .containsExactly(
            "ERROR orders/V1__a.sql version 1 of orders is taken by orders/V1__other.sql");
  }

  @Test
  void aVersionThatThisMergeRequestTakesAwayIsFree() {
    mr.adds("orders/V1__a.sql").deletes("orders/V1__other.sql");
    assertThat(mr.remarks())
        .containsExactly("INFO orders/V1__other.sql deleted; Sluice never ran it");
  }

  @Test
  void aVersionThatIsDeployedIsTaken() {
    mr.adds("orders/V1__a.sql").ran("orders/V1__gone.sql", "1");
    assertThat(mr.remarks())
        .containsExactly(
            "ERROR orders/V1__a.sql version 1 of orders is taken by orders/V1__gone.sql");
  }

  @Test
  void waysBackAndRepeatableScriptsTakeNoVersion() {
    mr.adds("orders/V1__a.sql").adds("orders/R__a.sql").onBranch("orders/U1__a.sql");
    assertThat(mr.remarks()).isEmpty();
  }

  @Test
  void aVersionBeforeOneThatRanIsOutOfOrder() {
    mr.adds("orders/V2__a.sql").ran("orders/V10__b.sql", "10").ran("orders/V1__c.sql", "1");
    assertThat(mr.remarks())
        .containsExactly(
            "WARNING orders/V2__a.sql version 2 comes after 10 has run on orders: it will run out of"
                + " order");
  }

  @Test
  void aVersionBeforeOneThatOnlyWaitsIsInOrder() {
    assertThat(mr.adds("orders/V2__a.sql").waits("orders/V10__b.sql", "10").remarks()).isEmpty();
  }
}
