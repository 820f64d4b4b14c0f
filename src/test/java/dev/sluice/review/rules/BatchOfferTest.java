package dev.sluice.review.rules;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.review.Finding;
import dev.sluice.review.rules.data.LimitAffectedRows;
import dev.sluice.sql.Dialect;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class BatchOfferTest {
  @ParameterizedTest
  @EnumSource
  void aLongChangeIsOfferedTheCommentThatCutsIt(Dialect dialect) {
    RuleFixture fixture = new RuleFixture(new LimitAffectedRows(), dialect);
    Finding update = fixture.findings(fixture.text("bad.sql")).get(0);
    assertThat(update.replacement())
        .get()
        .extracting("text")
        .isEqualTo("-- sluice: batch size=1000\n");
    assertThat(update.replacement().orElseThrow().place().length()).isZero();
  }
}
