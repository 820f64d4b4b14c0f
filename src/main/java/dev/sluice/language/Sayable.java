package dev.sluice.language;

/** What can stand in a message and reads differently in each language. */
public interface Sayable {
  Message said();
}
