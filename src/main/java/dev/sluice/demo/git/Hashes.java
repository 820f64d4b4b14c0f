package dev.sluice.demo.git;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids as git computes them; blob ids equal those of {@code git hash-object}. */
public final class Hashes {
  private Hashes() {}

  static String object(String kind, byte[] content) {
    var digest = digest("SHA-1");
    digest.update((kind + " " + content.length + "\0").getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().formatHex(digest.digest(content));
  }

  /** Plain SHA-1 of a text, as GitLab uses for line codes and discussion ids. */
  public static String sha1(String text) {
    return hex("SHA-1", text.getBytes(StandardCharsets.UTF_8));
  }

  public static String sha256(byte[] content) {
    return hex("SHA-256", content);
  }

  private static String hex(String algorithm, byte[] content) {
    return HexFormat.of().formatHex(digest(algorithm).digest(content));
  }

  private static MessageDigest digest(String algorithm) {
    try {
      return MessageDigest.getInstance(algorithm);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has " + algorithm, e);
    }
  }
}
