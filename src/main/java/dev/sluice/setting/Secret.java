package dev.sluice.setting;

import java.util.Objects;

/**
 * A value that must not be shown: its text form is {@code ***} and {@link #reveal} is the only way
 * to the content. Every secret is known to {@link Secrets}, so that a log line which quotes it by
 * accident can still be blanked.
 */
public final class Secret {
  private final String content;

  private Secret(String content) {
    this.content = content;
  }

  /** Throws IllegalArgumentException when the content is blank: an empty token is a mistake. */
  public static Secret parse(String content) {
    if (content.isBlank()) {
      throw new IllegalArgumentException("must not be empty");
    }
    Secrets.remember(content);
    return new Secret(content);
  }

  public String reveal() {
    return content;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Secret secret && content.equals(secret.content);
  }

  @Override
  public int hashCode() {
    return Objects.hashCode(content);
  }

  @Override
  public String toString() {
    return "***";
  }
}
