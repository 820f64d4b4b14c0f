package dev.sluice.flow.answer;

import dev.sluice.mergerequest.MergeRequest;
import java.util.Optional;

/** Tells where a merged change stands; empty while its deployment is not recorded yet. */
@FunctionalInterface
public interface AfterMerge {
  Optional<Standing> standing(MergeRequest mr);
}
