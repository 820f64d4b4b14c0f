package dev.sluice.flow.pipeline;

import java.util.List;

/** One thing that may keep a rollout from starting. Pure: all it knows are the facts. */
interface Check {
  /** Empty when it has nothing against it. */
  List<Reason> reasons(Facts facts);
}
