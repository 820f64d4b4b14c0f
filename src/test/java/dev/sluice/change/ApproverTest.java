package dev.sluice.change;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApproverTest {
  @Test
  void readsUsersGroupsLevelsAndOwners() {
    assertThat(Approver.parse("@lin")).isEqualTo(new Approver.User("lin"));
    assertThat(Approver.parse("group:shop/dba")).isEqualTo(new Approver.Group("shop/dba"));
    assertThat(Approver.parse("level:Maintainer")).isEqualTo(new Approver.Level(40));
    assertThat(Approver.parse("owners")).isEqualTo(new Approver.Owners());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "@", "group:", "level:", "level:boss", "lin", "Owners", "groups:x"})
  void anythingElseIsRefusedAndTheFormsAreSaid(String text) {
    assertThatThrownBy(() -> Approver.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("@user, group:path, level:maintainer or owners");
  }
}
