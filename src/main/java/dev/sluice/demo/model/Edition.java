package dev.sluice.demo.model;

/** Which GitLab this is. */
public enum Edition {
  FREE,
  PREMIUM
}
