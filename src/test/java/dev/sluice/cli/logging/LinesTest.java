package dev.sluice.cli.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sluice.setting.Secret;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class LinesTest {
  private static LoggingEvent event(
      String message, Map<String, String> about, @Nullable Throwable thrown) {
    var context = new LoggerContext();
    var event =
        new LoggingEvent(
            "",
            context.getLogger("dev.sluice.flow.FollowBranch"),
            Level.WARN,
            message,
            thrown,
            null);
    event.setInstant(Instant.parse("2026-11-22T11:03:22.417Z"));
    event.setMDCPropertyMap(about);
    event.setThreadName("lane-1");
    return event;
  }

  private static String encode(LineEncoder encoder, LoggingEvent event) {
    return new String(encoder.encode(event), StandardCharsets.UTF_8);
  }

  private static final Map<String, String> ABOUT =
      Map.of("project", "orders", "mr", "42!7", "target", "orders@prod", "other", "x");

  @Test
  void jsonIsOneLineThatSaysWhatItIsAbout() throws Exception {
    String line =
        encode(
            new JsonLines(),
            event("two\nlines \"quoted\"", ABOUT, new IllegalStateException("boom")));
    assertThat(line).endsWith("}\n").containsOnlyOnce("\n");
    JsonNode json = new ObjectMapper().readTree(line);
    assertThat(json.get("time").asText()).isEqualTo("2026-11-22T11:03:22.417Z");
    assertThat(json.get("level").asText()).isEqualTo("WARN");
    assertThat(json.get("message").asText()).isEqualTo("two\nlines \"quoted\"");
    assertThat(json.get("project").asText()).isEqualTo("orders");
    assertThat(json.get("mr").asText()).isEqualTo("42!7");
    assertThat(json.get("target").asText()).isEqualTo("orders@prod");
    assertThat(json.has("other")).isFalse();
    assertThat(json.get("error").asText()).contains("IllegalStateException: boom");
  }

  @Test
  void textReadsFromLeftToRight() {
    assertThat(encode(new TextLines(false), event("moved on", ABOUT, null)))
        .endsWith(" WARN  FollowBranch [orders 42!7 orders@prod] moved on\n")
        .doesNotContain("\u001b");
    assertThat(encode(new TextLines(true), event("moved on", Map.of(), null)))
        .endsWith(" \u001b[33mWARN \u001b[0m FollowBranch moved on\n");
  }

  @Test
  void aSecretGetsIntoNoLine() {
    Secret.parse("pass\"word\\1");
    var event =
        event(
            "login pass\"word\\1",
            Map.of("mr", "pass\"word\\1"),
            new IllegalStateException("pass\"word\\1"));
    for (LineEncoder encoder : new LineEncoder[] {new JsonLines(), new TextLines(false)}) {
      assertThat(encode(encoder, event)).contains("***").doesNotContain("word");
    }
  }

  @Test
  void autoIsTextOnATerminalOnly() {
    assertThat(LogFormat.AUTO.text(true)).isTrue();
    assertThat(LogFormat.AUTO.text(false)).isFalse();
    assertThat(LogFormat.JSON.text(true)).isFalse();
    assertThat(LogFormat.TEXT.text(false)).isTrue();
  }
}
