package dev.sluice.flow.note;

import gg.jte.TemplateOutput;

/** Collects a note: what templates say goes in as it is, what they insert is escaped. */
final class MarkdownOutput implements TemplateOutput {
  private final StringBuilder text = new StringBuilder();

  @Override
  public void writeContent(String value) {
    text.append(value);
  }

  @Override
  public void writeContent(String value, int beginIndex, int endIndex) {
    text.append(value, beginIndex, endIndex);
  }

  @Override
  public void writeUserContent(String value) {
    text.append(Markdown.escape(value));
  }

  /** Blank lines are for the templates' readers; GitLab needs one at most. */
  @Override
  public String toString() {
    return text.toString().replaceAll("\n{3,}", "\n\n").strip() + "\n";
  }
}
