package dev.sluice.demo.api;

import org.jspecify.annotations.Nullable;

/** A status other than 200 and its body; null for none. */
record Answer(int status, @Nullable Object body) {

  static Answer created(Object body) {
    return new Answer(201, body);
  }

  static Answer noContent() {
    return new Answer(204, null);
  }
}
