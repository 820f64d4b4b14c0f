package dev.sluice.demo.page;

import gg.jte.TemplateOutput;

/** Collects a page: what templates say goes in as it is, what they insert is escaped. */
final class HtmlOutput implements TemplateOutput {
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
    text.append(Html.escape(value));
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
