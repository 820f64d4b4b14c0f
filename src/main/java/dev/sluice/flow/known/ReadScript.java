package dev.sluice.flow.known;

import dev.sluice.change.Script;
import dev.sluice.change.ScriptName;
import dev.sluice.change.Sha256;
import java.nio.charset.StandardCharsets;

/** A file as a script, also where its name has no version: other tools need none. */
final class ReadScript {
  private ReadScript() {}

  static Script of(String path, byte[] bytes) {
    ScriptName name =
        ScriptName.parse(path).orElseGet(() -> new ScriptName(ScriptName.Kind.VERSIONED, "", path));
    String text = new String(bytes, StandardCharsets.UTF_8);
    String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return new Script(path, name, plain, Sha256.of(bytes));
  }
}
