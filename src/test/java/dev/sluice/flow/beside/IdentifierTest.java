package dev.sluice.flow.beside;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class IdentifierTest {
  @Test
  void codeWritesANameInSeveralWays() {
    Identifier name = Identifier.of("customer_id");
    assertThat(name.forms()).containsExactly("customer_id", "customerId");
    assertThat(name.standsIn("row.customerId()")).isTrue();
    assertThat(name.standsIn("where o.CUSTOMER_ID = ?")).isTrue();
    assertThat(name.standsIn("customer_ids, my_customer_id")).isFalse();
    assertThat(Identifier.of("status").forms()).containsExactly("status");
  }

  @Test
  void aTableIsKnownByItsStem() {
    assertThat(Identifier.of("orders").stem()).isEqualTo("order");
    assertThat(Identifier.of("shop_currencies").stem()).isEqualTo("currenc");
    assertThat(Identifier.of("address").stem()).isEqualTo("address");
    assertThat(Identifier.of("t_a").stem()).isEqualTo("t_a");
    assertThat(Identifier.of("orders").stemIn("src/OrderDao.java")).isTrue();
  }
}
