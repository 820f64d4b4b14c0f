package dev.sluice.flow.change;

import dev.sluice.change.Remark;
import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The bytes of a file in a repository: a script, or why it is none. */
sealed interface ScriptFile {
  int LARGEST = 10 * 1024 * 1024;

  record Text(Script script) implements ScriptFile {}

  record Unreadable(Remark remark) implements ScriptFile {}

  static ScriptFile read(String path, ScriptName name, byte[] bytes) {
    if (bytes.length > LARGEST) {
      return incomplete(path, "is larger than 10 MB and is not reviewed; split it");
    }
    if (startsWith(bytes, "version https://git-lfs")) {
      return incomplete(path, "is a Git LFS pointer, not SQL; keep scripts out of LFS");
    }
    for (byte b : bytes) {
      if (b == 0) {
        return incomplete(path, "is binary or UTF-16; save it as UTF-8");
      }
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
      return new Text(new Script(path, name, plain, Sha256.of(bytes)));
    } catch (CharacterCodingException e) {
      return incomplete(path, "is not valid UTF-8; save it as UTF-8");
    }
  }

  private static boolean startsWith(byte[] bytes, String text) {
    return new String(bytes, 0, Math.min(bytes.length, text.length()), StandardCharsets.US_ASCII)
        .equals(text);
  }

  private static ScriptFile incomplete(String path, String message) {
    return new Unreadable(new Remark(path, Remark.Level.INCOMPLETE, message));
  }
}
