package dev.sluice.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.demo.http.Fault;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FaultsTest {
  private final Shop shop = new Shop();
  private final Api api = shop.api(shop.bot);

  @AfterEach
  void stop() {
    shop.close();
  }

  @Test
  void theLimiterAnswersInPlainText() {
    shop.gitlab.faults().next(1, "GET", "/user$", Fault.tooManyRequests(7));
    var limited = api.get("/user");
    assertThat(limited.status()).isEqualTo(429);
    assertThat(limited.text()).isEqualTo("Retry later\n");
    assertThat(limited.raw().headers().firstValue("Retry-After")).hasValue("7");
    assertThat(limited.raw().headers().firstValue("Content-Type").orElse(""))
        .startsWith("text/plain");
    assertThat(api.get("/user").status()).isEqualTo(200);
  }

  @Test
  void anAnswerIsLostAfterTheWorkWasDone() {
    var mr = shop.open();
    shop.gitlab.faults().next(1, "POST", "/notes", Fault.badGateway().afterwards());
    assertThat(api.post(shop.mr(mr) + "/notes", "body", "once").status()).isEqualTo(502);
    assertThat(mr.notes().filter(note -> !note.system)).hasSize(1);
  }

  @Test
  void aConnectionIsClosed() {
    shop.gitlab.faults().next(1, "POST", ".", Fault.close());
    assertThatThrownBy(() -> api.post("/projects/1/labels", "name", "x"))
        .isInstanceOf(UncheckedIOException.class);
    assertThat(shop.gitlab.requests().of("POST", "/labels").get(0).status()).isZero();
  }

  @Test
  void aSlowAnswerIsStillRight() {
    shop.gitlab.faults().next(1, "GET", "/user$", Fault.delay(Duration.ofMillis(50)));
    assertThat(api.get("/user").status()).isEqualTo(200);
  }

  @Test
  void requestsAreLogged() {
    api.get("/projects/999999?x=1");
    var request = shop.gitlab.requests().all().get(0);
    assertThat(request.method() + request.status()).isEqualTo("GET404");
    assertThat(request.path()).endsWith("/projects/999999?x=1");
  }

  @Test
  void aWrongOrMissingTokenIsUnauthorized() {
    var user = shop.gitlab.createUser("gone", "Gone");
    var theirs = shop.api(user);
    shop.gitlab.configure(world -> world.users.put(user.id(), user.withState("blocked")));
    assertThat(theirs.get("/user").status()).isEqualTo(401);
    assertThat(theirs.get("/user").message()).isEqualTo("401 Unauthorized");
  }
}
