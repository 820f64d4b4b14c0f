package dev.sluice.gitlab.hook;

import dev.sluice.setting.Secret;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The key inside a signing token: {@code whsec_} and the base64 of 32 bytes. */
final class SigningKey {
  private static final String PREFIX = "whsec_";
  private static final int BYTES = 32;
  private final SecretKeySpec key;

  private SigningKey(byte[] bytes) {
    key = new SecretKeySpec(bytes, "HmacSHA256");
  }

  /** Throws IllegalArgumentException, without quoting the token, when it has another form. */
  static SigningKey of(Secret token) {
    String text = token.reveal();
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("signing_token must begin with " + PREFIX);
    }
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text.substring(PREFIX.length()));
    } catch (IllegalArgumentException quotesTheToken) {
      throw new IllegalArgumentException("signing_token must be base64 after " + PREFIX);
    }
    if (bytes.length != BYTES) {
      throw new IllegalArgumentException("signing_token must hold " + BYTES + " bytes");
    }
    return new SigningKey(bytes);
  }

  /** HMAC-SHA256 over {@code id.timestamp.body}, as the Standard Webhooks text has it. */
  byte[] sign(String id, String timestamp, byte[] body) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
      return mac.doFinal(body);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("HmacSHA256 is part of every Java platform", impossible);
    }
  }
}
