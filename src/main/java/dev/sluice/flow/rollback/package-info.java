/** Taking deployments back: the merge request that does, or at once. */
@NullMarked
package dev.sluice.flow.rollback;

import org.jspecify.annotations.NullMarked;
