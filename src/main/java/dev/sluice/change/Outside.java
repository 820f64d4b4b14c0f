package dev.sluice.change;

import dev.sluice.setting.Doc;

/** What becomes of a wish to deploy outside of the windows. */
public enum Outside {
  @Doc("It waits and starts by itself when a window opens.")
  QUEUE,
  @Doc("It is refused; what deploys by itself still waits for the window.")
  REJECT
}
