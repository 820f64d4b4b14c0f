package dev.sluice.review.rules.security;

import dev.sluice.sql.Token;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells secrets from other texts by their shape. */
final class Secrets {
  private static final Pattern PLACEHOLDER =
      Pattern.compile(
          "(?s)\\s*|.*\\$\\{.*}.*|.*\\{\\{.*}}.*|<[^>]+>|\\*+|x{3,}|X{3,}|:\\w+|@\\w+@");

  /** SCRAM, md5 and bcrypt as PostgreSQL and applications store them; MySQL's own hashes. */
  private static final Pattern HASH =
      Pattern.compile(
          "(?s)SCRAM-SHA-256\\$.+|md5[0-9a-f]{32}|\\$2[abxy]\\$.+|\\$argon2.+|\\$[56]\\$.+|\\$A\\$.+"
              + "|\\*[0-9A-Fa-f]{40}|[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{64}|[0-9a-f]{128}"
              + "|pbkdf2.+|\\{\\w+}.+");

  /** What well-known services give out; the prefix is the service's own. */
  private static final Map<String, Pattern> KINDS =
      Map.of(
          "a private key", Pattern.compile("(?s).*-----BEGIN [A-Z ]*PRIVATE KEY-----.*"),
          "an AWS access key", Pattern.compile("(?s).*\\b(AKIA|ASIA)[0-9A-Z]{16}\\b.*"),
          "a GitLab token", Pattern.compile("(?s).*\\bgl(pat|dt|rt|ptt)-[0-9A-Za-z_-]{20,}.*"),
          "a GitHub token",
              Pattern.compile("(?s).*\\b(gh[pousr]_[0-9A-Za-z]{36}|github_pat_\\w{22,}).*"),
          "a Slack token", Pattern.compile("(?s).*\\bxox[abprs]-[0-9A-Za-z-]{10,}.*"),
          "a Stripe key", Pattern.compile("(?s).*\\b[rs]k_live_[0-9A-Za-z]{16,}.*"),
          "a Google API key", Pattern.compile("(?s).*\\bAIza[0-9A-Za-z_-]{35}\\b.*"),
          "a connection string with a password",
              Pattern.compile(
                  "(?is).*(\\bpassword\\s*=\\s*[^\\s'\";$<{*][^\\s]*|\\w+://[^\\s:/@]+:[^\\s:/@${<*][^\\s/@]*@).*"));

  private static final Pattern SECRET_COLUMN =
      Pattern.compile(
          "(.*_)?(password|passwd|pwd|secret|secret_key|client_secret|api_key|apikey|access_token"
              + "|auth_token|private_key)");

  private Secrets() {}

  /** The text between the quotes. */
  static String inside(Token literal) {
    String text = literal.text();
    int quote = text.indexOf('\'');
    int open = quote >= 0 ? quote : text.indexOf('"');
    return open >= 0 && text.length() > open + 1
        ? text.substring(open + 1, text.length() - 1)
        : text;
  }

  static boolean isPlaceholder(String text) {
    return PLACEHOLDER.matcher(text).matches();
  }

  static boolean isHash(String text) {
    return HASH.matcher(text).matches();
  }

  static boolean isSecretColumn(String name) {
    return SECRET_COLUMN.matcher(name.toLowerCase(Locale.ROOT)).matches();
  }

  /** What it is, in words, when its shape gives it away. */
  static Optional<String> kindOf(String text) {
    return text.length() < 12
        ? Optional.empty()
        : KINDS.entrySet().stream()
            .filter(k -> k.getValue().matcher(text).matches())
            .map(Map.Entry::getKey)
            .sorted()
            .findFirst();
  }
}
