package dev.sluice.target;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Somebody else's session in words, without its SQL, which may hold row values.
 *
 * @param host empty for a local one, and where we may not see it
 * @param application what it calls itself
 * @param state what it does, e.g. {@code idle in transaction}, and for how long
 * @param transaction how long its transaction has been open
 */
record OtherSession(
    long id,
    String user,
    Optional<String> host,
    Optional<String> application,
    Optional<String> state,
    Optional<Duration> inState,
    Optional<Duration> transaction) {

  /** From the columns id, username, host, application, state, state_seconds, trx_seconds. */
  static OtherSession of(ResultSet row) throws SQLException {
    return new OtherSession(
        row.getLong("id"),
        row.getString("username"),
        Rows.optional(row, "host").map(h -> h.replaceFirst(":\\d+$", "")).filter(h -> !h.isEmpty()),
        Rows.optional(row, "application").filter(a -> !a.isEmpty()),
        Rows.optional(row, "state").filter(s -> !s.isEmpty()),
        seconds(row, "state_seconds"),
        seconds(row, "trx_seconds"));
  }

  private static Optional<Duration> seconds(ResultSet row, String column) throws SQLException {
    long seconds = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Duration.ofSeconds(Math.max(0, seconds)));
  }

  /** {@code user@host}. */
  String account() {
    return user + host.map(h -> "@" + h).orElse("");
  }

  /** {@code session 17 (app@10.0.0.7, idle in transaction for 12s, in a transaction for 5m)}. */
  String words() {
    List<String> parts = new ArrayList<>(List.of(account()));
    application.ifPresent(parts::add);
    state.ifPresent(s -> parts.add(s + inState.map(d -> " for " + Spans.words(d)).orElse("")));
    transaction.ifPresent(d -> parts.add("in a transaction for " + Spans.words(d)));
    return "session " + id + " (" + String.join(", ", parts) + ")";
  }
}
