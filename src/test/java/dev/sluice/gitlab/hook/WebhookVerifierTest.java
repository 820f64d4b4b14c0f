package dev.sluice.gitlab.hook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.setting.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookVerifierTest {
  private static final String SIGNING = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";
  private static final String ID = "f5e5f430-f57b-4e6e-9fac-d9128cd7232f";
  private static final long SENT = 1_768_543_826L;
  private static final byte[] BODY = bytes("{\"object_kind\":\"note\",\"event_type\":\"note\"}");
  private static final String SIGNATURE = "v1,Q+CnoNzQZbRNAHb0yGlhYCSAuzdQgysEHsmoZfQtxgA=";

  @Test
  void aSignatureIsVerifiedOverTheRawBytes() {
    assertThat(signed(0).genuine(headers(SIGNATURE), BODY)).isTrue();
    assertThat(signed(0).genuine(headers(SIGNATURE), bytes("{ }"))).isFalse();
  }

  @Test
  void oneOfSeveralSignaturesIsEnough() {
    String several = "v1,AAAA v2,whatever " + SIGNATURE;
    assertThat(signed(0).genuine(headers(several), BODY)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v1,", "v1,!!!", "v2,Q+CnoNzQZbRNAHb0yGlhYCSAuzdQgysEHsmoZfQtxgA="})
  void anyOtherSignatureIsNone(String signature) {
    assertThat(signed(0).genuine(headers(signature), BODY)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(longs = {-300, 300})
  void fiveMinutesEitherWayAreFine(long offset) {
    assertThat(signed(offset).genuine(headers(SIGNATURE), BODY)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(longs = {-301, 301})
  void moreThanFiveMinutesAreNot(long offset) {
    assertThat(signed(offset).genuine(headers(SIGNATURE), BODY)).isFalse();
  }

  @Test
  void aSignedRequestNeverFallsBackToTheSecretToken() {
    WebhookVerifier both = verifier(Optional.of("hook-secret"), Optional.of(SIGNING), 0);
    assertThat(both.genuine(headers("v1,AAAA", "hook-secret"), BODY)).isFalse();
    WebhookVerifier secretOnly = verifier(Optional.of("hook-secret"), Optional.empty(), 0);
    assertThat(secretOnly.genuine(headers(SIGNATURE, "hook-secret"), BODY)).isFalse();
  }

  @Test
  void anUnsignedRequestMustKnowTheSecretToken() {
    WebhookVerifier both = verifier(Optional.of("hook-secret"), Optional.of(SIGNING), 0);
    assertThat(both.genuine(unsigned("hook-secret"), BODY)).isTrue();
    assertThat(both.genuine(unsigned("hook-secre"), BODY)).isFalse();
    assertThat(both.genuine(unsigned(""), BODY)).isFalse();
    WebhookVerifier signedOnly = verifier(Optional.empty(), Optional.of(SIGNING), 0);
    assertThat(signedOnly.genuine(unsigned(""), BODY)).isFalse();
  }

  @Test
  void withoutAnyTokenThereAreNoSettings() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WebhookSettings(Optional.empty(), Optional.empty()))
        .withMessageContaining("secret_token or signing_token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"short-secret", "whsec_%%%", "whsec_c2hvcnQ="})
  void aSigningTokenOfAnotherFormIsRefusedWithoutQuotingIt(String token) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WebhookSettings(Optional.empty(), Optional.of(Secret.parse(token))))
        .withMessageStartingWith("signing_token must")
        .withMessageNotContaining(token);
  }

  private static WebhookVerifier signed(long secondsLater) {
    return verifier(Optional.empty(), Optional.of(SIGNING), secondsLater);
  }

  private static WebhookVerifier verifier(
      Optional<String> secret, Optional<String> signing, long secondsLater) {
    Clock clock =
        Clock.offset(
            Clock.fixed(Instant.ofEpochSecond(SENT), ZoneOffset.UTC),
            Duration.ofSeconds(secondsLater));
    return new WebhookVerifier(
        new WebhookSettings(secret.map(Secret::parse), signing.map(Secret::parse)), clock);
  }

  private static WebhookHeaders headers(String signature) {
    return headers(signature, "");
  }

  private static WebhookHeaders headers(String signature, String token) {
    return WebhookHeaders.read(
        Map.of(
                "webhook-id", ID,
                "webhook-timestamp", String.valueOf(SENT),
                "webhook-signature", signature,
                "X-Gitlab-Token", token)
            ::get);
  }

  private static WebhookHeaders unsigned(String token) {
    return WebhookHeaders.read(Map.of("X-Gitlab-Token", token)::get);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
