package dev.sluice.flow.note;

import dev.sluice.language.Language;

/** Where notes are kept as they look. */
public final class NoteFixtures {
  private NoteFixtures() {}

  public static String file(String name, Language language) {
    String folder = language == Language.EN ? "" : language.code() + "/";
    return "test-fixtures/notes/" + folder + name + ".md";
  }
}
