/** From the merge to the target: following branches, ordering, running, steering rollouts. */
@NullMarked
package dev.sluice.flow.deploy;

import org.jspecify.annotations.NullMarked;
